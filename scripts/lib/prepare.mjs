import { installPackages } from './install.mjs'
import { isPinned, runUnderPinnedNode } from './pinned-node.mjs'
import { endAll, endAllOnSignals } from './processes.mjs'
import { prepareElectron } from './electron-runtime.mjs'
import { runScript, say } from './steps.mjs'
import { prepareLibraries } from './system-libraries.mjs'
import { lacksDisplay, startXvfb } from './xvfb.mjs'

/**
 * Runs a script's main function with the packages there, under the pinned Node: the script is started by
 * whatever Node the machine has, installs, and then runs itself again.
 * @param {string} moduleUrl of the script
 * @param {() => Promise<number | void>} main
 */
export function runPrepared(moduleUrl, main) {
  return runScript(async () => {
    endAllOnSignals()
    try {
      await installPackages()
      return isPinned() ? await main() : await runUnderPinnedNode(moduleUrl)
    } finally {
      await endAll()
    }
  })
}

/**
 * Electron, the libraries it needs and a display.
 * @typedef {object} Stage
 * @property {import('./electron-runtime.mjs').ElectronRuntime} electron
 * @property {string} blocked what a person has to do before a window can open; empty if nothing
 * @property {NodeJS.ProcessEnv} env what a process that opens windows gets
 */

/**
 * @param {{ forTests?: boolean }} [options]
 * @returns {Promise<Stage>}
 */
export async function prepareStage(options = {}) {
  const blocked = await prepareLibraries(options)
  const electron = await prepareElectron()
  /** @type {NodeJS.ProcessEnv} */
  const env = { TANDEM_ELECTRON: electron.executable }
  if (blocked || !lacksDisplay()) return { electron, blocked, env }
  const { display } = await startXvfb()
  say(`- No display: running under Xvfb ${display}`)
  return { electron, blocked, env: { ...env, DISPLAY: display } }
}

/** Builds what changed since the last build. */
export async function prepareBuild() {
  const { buildAll } = await import('./build-all.mjs')
  await buildAll()
}
