import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The console window's bundle. Chromium 114 is the oldest engine a supported runtime brings. */
export default defineConfig({
  root: 'renderer',
  // Relative addresses: the page is served by the app's own protocol, not from a server root.
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    rollupOptions: { input: ['renderer/index.html', 'renderer/supervisor.html'] },
    emptyOutDir: true,
    target: 'chrome114',
    cssTarget: 'chrome114',
    modulePreload: { polyfill: false },
    // Nothing is inlined as a data: address, so that the content security policy can stay narrow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2_000,
    reportCompressedSize: false,
    sourcemap: true,
  },
})
