import { prepareBuild, runPrepared } from './lib/prepare.mjs'
import { runSmoke } from './lib/smoke-run.mjs'

/** `npm run smoke [-- --packaged]`: one story through the real hub and the real window. */
await runPrepared(import.meta.url, async () => {
  const args = process.argv.slice(2)
  if (!args.includes('--packaged')) await prepareBuild()
  return runSmoke(args)
})
