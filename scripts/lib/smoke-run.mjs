import { inRoot } from './paths.mjs'
import { pinnedNode } from './pinned-node.mjs'
import { prepareStage } from './prepare.mjs'
import { start } from './processes.mjs'
import { PlainFailure } from './steps.mjs'

/**
 * One story through the real hub and the real window.
 * @param {readonly string[]} args `--packaged` for the app that `npm run package` left, `--json`
 * @returns {Promise<number>} exit code
 */
export async function runSmoke(args) {
  const { env, blocked } = await prepareStage()
  if (blocked) throw new PlainFailure(blocked)
  return start('smoke', [pinnedNode(), inRoot('tests/smoke/main.ts'), ...args], { env }).exited
}
