import { prepareBuild, runPrepared } from './lib/prepare.mjs'
import { runSmoke } from './lib/smoke-run.mjs'
import { sayBeside } from './lib/steps.mjs'

/** `npm run smoke [-- --packaged]`: one story through the real hub and the real window. */
if (process.argv.includes('--json')) sayBeside()
await runPrepared(import.meta.url, async () => {
  const args = process.argv.slice(2)
  if (!args.includes('--packaged')) await prepareBuild()
  return runSmoke(args)
})
