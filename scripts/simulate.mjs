import { inRoot } from './lib/paths.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { runPrepared } from './lib/prepare.mjs'
import { start } from './lib/processes.mjs'

/** `npm run simulate [-- --from S --seeds N …]`: histories of laptops and hubs under faults, see docs/testing.md. */
await runPrepared(
  import.meta.url,
  () =>
    start('simulate', [pinnedNode(), inRoot('tests/simulation/simulate.ts'), ...process.argv.slice(2)])
      .exited,
)
