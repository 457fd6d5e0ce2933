/**
 * zod brings its messages in fifty languages, and its one namespace keeps all of them in every bundle. People never read
 * them: what zod refuses becomes a code. Half of what a thread compiles at its start was this.
 * @type {import('esbuild').Plugin}
 */
export const zodInEnglish = {
  name: 'zod-in-english',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
      contents: "export { default as en } from './en.js'",
    }))
  },
}
