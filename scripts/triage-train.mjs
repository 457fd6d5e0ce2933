import { inRoot } from './lib/paths.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { runPrepared } from './lib/prepare.mjs'
import { start } from './lib/processes.mjs'

/** `npm run triage:train -- --data FOLDER`: fits the model anew and writes its numbers into docs/triage.md. */
await runPrepared(
  import.meta.url,
  () =>
    start('triage-train', [pinnedNode(), inRoot('scripts/triage/train.ts'), ...process.argv.slice(2)]).exited,
)
