import { inRoot } from './lib/paths.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { prepareBuild, runPrepared } from './lib/prepare.mjs'
import { start } from './lib/processes.mjs'
import { sayBeside } from './lib/steps.mjs'

/** `npm run bench [-- …]`: measures the product against its targets. */
if (process.argv.includes('--json')) sayBeside()
await runPrepared(import.meta.url, async () => {
  await prepareBuild()
  return start('bench', [pinnedNode(), inRoot('bench/run.ts'), ...process.argv.slice(2)]).exited
})
