import { runPrepared } from './lib/prepare.mjs'
import { say } from './lib/steps.mjs'

/** `npm run build [-- --force]` */
await runPrepared(import.meta.url, async () => {
  const { buildAll } = await import('./lib/build-all.mjs')
  await buildAll({ force: process.argv.includes('--force') })
  say('The build is up to date in dist/.')
})
