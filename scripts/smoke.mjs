import { inRoot } from './lib/paths.mjs'
import { pinnedNode } from './lib/pinned-node.mjs'
import { prepareBuild, prepareStage, runPrepared } from './lib/prepare.mjs'
import { start } from './lib/processes.mjs'
import { PlainFailure } from './lib/steps.mjs'

/** `npm run smoke`: one story through the real hub and the real window. */
await runPrepared(import.meta.url, async () => {
  await prepareBuild()
  const { env, blocked } = await prepareStage()
  if (blocked) throw new PlainFailure(blocked)
  return start('smoke', [pinnedNode(), inRoot('tests/smoke/main.ts'), ...process.argv.slice(2)], { env })
    .exited
})
