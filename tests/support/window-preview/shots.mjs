// Pictures of the window over made-up data, to be looked at: node tests/support/window-preview/shots.mjs [name …]
import { createReadStream, existsSync, mkdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { settled } from './shots/acting.mjs'
import { shots } from './shots/index.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../../..')
const outDir = join(root, 'out/window-preview/site')
const pictures = join(root, 'out/window-preview')
const NOW = new Date('2026-11-24T11:11:00+01:00')
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' }

const say = line => process.stdout.write(`${line}\n`)

async function site() {
  await build({
    root: here,
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome114',
      cssTarget: 'chrome114',
      minify: false,
      assetsInlineLimit: 0,
    },
  })
}

function serve() {
  const server = createServer((request, response) => {
    const path = join(outDir, new URL(request.url ?? '/', 'http://x').pathname.replace(/\/$/, '/index.html'))
    if (!path.startsWith(outDir) || !existsSync(path)) return response.writeHead(404).end()
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' })
    createReadStream(path).pipe(response)
  })
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server)))
}

const wanted = process.argv.slice(2).filter(name => !name.startsWith('--'))
if (!process.argv.includes('--no-build')) await site()
const server = await serve()
const address = `http://127.0.0.1:${server.address().port}/`
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--font-render-hinting=none'],
})
mkdirSync(pictures, { recursive: true })
for (const shot of shots.filter(
  each => wanted.length === 0 || wanted.some(name => each.name.startsWith(name)),
)) {
  const { name, scene = 'online', width = 1440, height = 900, settings = {}, dark = false, act } = shot
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  page.on('console', message => message.type() === 'error' && say(`${name}: ${message.text()}`))
  page.on('pageerror', error => say(`${name}: ${error.stack}`))
  await page.clock.setFixedTime(NOW)
  await page.goto(`${address}?scene=${scene}&settings=${encodeURIComponent(JSON.stringify(settings))}`)
  await settled(page)
  if (act) await act(page)
  await settled(page)
  await page.screenshot({ path: join(pictures, `${name}.png`) })
  say(`${name}.png`)
  await context.close()
}
await browser.close()
server.close()
