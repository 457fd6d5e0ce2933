import { inRoot } from './lib/paths.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { runPrepared } from './lib/prepare.mjs'
import { start } from './lib/processes.mjs'

/** `npm run hub [-- COMMAND …]`: the hub alone, with its own command line. */
await runPrepared(
  import.meta.url,
  () => start('hub', [pinnedNode(), inRoot('server/index.ts'), ...process.argv.slice(2)]).exited,
)
