import { existsSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inRoot } from './paths.mjs'
import { endAllOnSignals, start } from './processes.mjs'
import { PlainFailure } from './steps.mjs'

/** The hub's password hash is part of Node's own crypto since this version. */
const OLDEST = /** @type {const} */ ([24, 7])

/** Platforms for which the npm package `node` has a binary of the pinned version. */
const PUBLISHED = ['linux-x64', 'linux-arm64', 'win32-x64']

export const hasPinnedNodePackage = () => PUBLISHED.includes(`${process.platform}-${process.arch}`)

export const pinnedNodeFile = () =>
  inRoot('node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')

/**
 * The Node that runs everything but the first script: SQLite's addon makes older ones crash without a word.
 * @returns {string} path of the executable
 */
export function pinnedNode() {
  if (existsSync(pinnedNodeFile())) return pinnedNodeFile()
  if (isRecent(process.versions.node)) return process.execPath
  throw new PlainFailure(
    `Tandem needs Node ${OLDEST.join('.')} or newer; this is ${process.versions.node}, and no newer one is published ` +
      `as a package for ${process.platform}-${process.arch}. Please install a current Node and try again.`,
  )
}

/** @param {string} version */
function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}

/** Whether this process already runs under the Node it should. */
export const isPinned = () => realpathSync(process.execPath) === realpathSync(pinnedNode())

/**
 * Runs a script again under the pinned Node and passes its exit code on.
 * @param {string} moduleUrl of the script
 * @returns {Promise<number>}
 */
export async function runUnderPinnedNode(moduleUrl) {
  endAllOnSignals()
  const script = fileURLToPath(moduleUrl)
  return start('pinned Node', [pinnedNode(), script, ...process.argv.slice(2)]).exited
}
