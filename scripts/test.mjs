import { runPrepared } from './lib/prepare.mjs'

/** `npm test [-- --only LAYER,… --long FILTER …]` */
await runPrepared(import.meta.url, async () => {
  const { runTests } = await import('./lib/test-run.mjs')
  return runTests(process.argv.slice(2))
})
