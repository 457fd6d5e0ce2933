import { inRoot } from './lib/paths.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { prepareBuild, runPrepared } from './lib/prepare.mjs'
import { start } from './lib/processes.mjs'

/** `npm run bench [-- …]`: measures the product against its targets. */
await runPrepared(import.meta.url, async () => {
  await prepareBuild()
  return start('bench', [pinnedNode(), inRoot('bench/run.ts'), ...process.argv.slice(2)]).exited
})
