import { inRoot } from './lib/paths.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { runPrepared } from './lib/prepare.mjs'
import { start } from './lib/processes.mjs'

/** `npm run simulate:faults [-- --only WORD --seeds N]`: what notices a fault in sync, see docs/testing.md. */
await runPrepared(
  import.meta.url,
  () =>
    start('simulate:faults', [
      pinnedNode(),
      inRoot('tests/simulation/faults/main.ts'),
      ...process.argv.slice(2),
    ]).exited,
)
