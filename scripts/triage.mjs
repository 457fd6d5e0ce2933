import { inRoot } from './lib/paths.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { runPrepared } from './lib/prepare.mjs'
import { start } from './lib/processes.mjs'
import { sayBeside } from './lib/steps.mjs'

// What it answers is read by programs: steps are told beside it.
sayBeside()

/** `npm run triage -- --file IN.jsonl --json`: the kind of work of tickets, by the code of the console. See docs/triage.md. */
await runPrepared(
  import.meta.url,
  () => start('triage', [pinnedNode(), inRoot('scripts/triage/run.ts'), ...process.argv.slice(2)]).exited,
)
