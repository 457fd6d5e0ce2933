import { spawn } from 'node:child_process'
import { inRoot } from './paths.mjs'

/** @type {import('node:child_process').ChildProcess | null} */
let watchdog = null

/** @param {string} line */
function tell(line) {
  watchdog ??= startWatchdog()
  watchdog.stdin?.write(`${line}\n`)
}

/** The watchdog sees its input end when this process dies, however that happens. */
function startWatchdog() {
  const child = spawn(process.execPath, [inRoot('scripts/lib/watchdog.mjs')], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    windowsHide: true,
    // Not marked as part of the run: it must outlive the run to clean up after it.
    env: { ...process.env, TANDEM_RUN_ID: '' },
  })
  child.on('error', () => {})
  child.stdin?.on('error', () => {})
  child.unref()
  // A pipe keeps the script alive too, and the script must be able to end by itself.
  const pipe = /** @type {{ unref?: () => void } | null} */ (/** @type {unknown} */ (child.stdin))
  pipe?.unref?.()
  return child
}

/** @param {number} pid leader of a process group */
export const watch = pid => tell(`+${pid}`)

/** @param {number} pid */
export const unwatch = pid => tell(`-${pid}`)
