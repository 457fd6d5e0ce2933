import { inRoot } from './lib/paths.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { runPrepared } from './lib/prepare.mjs'
import { start } from './lib/processes.mjs'

const MODEL_FILE = inRoot('shared/rules/triage/model-data.ts')

/**
 * `npm run triage:train -- --data FOLDER`: fits the model anew and writes it, and its numbers into docs/triage.md.
 * With `--check` it writes nothing and says whether the model is the one that is shipped (exit code 1 if not).
 */
await runPrepared(import.meta.url, async () => {
  const args = process.argv.slice(2)
  const code = await start('triage-train', [pinnedNode(), inRoot('scripts/triage/train.ts'), ...args]).exited
  if (code !== 0 || args.includes('--check')) return code
  return start('format', [pinnedNode(), inRoot('node_modules/oxfmt/bin/oxfmt'), MODEL_FILE]).exited
})
