import { spawn } from 'node:child_process'
import { inRoot } from './paths.mjs'

/** @type {import('node:child_process').ChildProcess | null} */
let watchdog = null

/**
 * @param {string} line
 * @param {string} [mark]
 */
function tell(line, mark = '') {
  watchdog ??= startWatchdog(mark)
  watchdog.stdin?.write(`${line}\n`)
}

/**
 * The watchdog sees its input end when this process dies, however that happens.
 * @param {string} mark of the run; it is not part of the run itself, because it must outlive it
 */
function startWatchdog(mark) {
  const child = spawn(process.execPath, [inRoot('scripts/lib/watchdog.mjs'), mark], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    windowsHide: true,
  })
  child.on('error', () => {})
  child.stdin?.on('error', () => {})
  child.unref()
  // A pipe keeps the script alive too, and the script must be able to end by itself.
  const pipe = /** @type {{ unref?: () => void } | null} */ (/** @type {unknown} */ (child.stdin))
  pipe?.unref?.()
  return child
}

/**
 * @param {number} pid leader of a process group
 * @param {string} mark of the run
 */
export const watch = (pid, mark) => tell(`+${pid}`, mark)

/** @param {number} pid */
export const unwatch = pid => tell(`-${pid}`)
