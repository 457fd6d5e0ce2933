import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { constants } from 'node:os'
import { endStrays, endTree } from './end-tree.mjs'
import { PlainFailure } from './steps.mjs'
import { watch, unwatch } from './watchdog-client.mjs'

/**
 * Everything a script starts is remembered here and ended with it: on Ctrl-C, SIGTERM, failure and
 * normal end by endAll(), and if the script itself is killed by the watchdog process.
 */

/**
 * An environment variable that every process of this run inherits, so that strays can be found by it. Each
 * run has a name of its own: a run inside a run must not end its parent's processes.
 */
const RUN_MARK = `TANDEM_RUN_${randomUUID().replaceAll('-', '')}`

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ name: string, child: ChildProcess, exited: Promise<number> }} Started */

/** @type {Set<Started>} */
const living = new Set()
let ending = false

/**
 * Starts a process in a group of its own: Ctrl-C in the terminal then reaches only the script, which ends
 * its children one after the other instead of all of them dying at once.
 * @param {string} name as shown to people
 * @param {readonly [string, ...string[]]} command
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Started}
 */
export function start(name, [file, ...args], options = {}) {
  // A script that is ending must not begin its next step when the running one is ended.
  if (ending) throw new PlainFailure('Ended as asked.')
  const child = spawn(file, args, {
    stdio: 'inherit',
    detached: process.platform !== 'win32',
    ...options,
    env: { ...process.env, ...options.env, [RUN_MARK]: '1' },
  })
  const exited = new Promise(resolve => {
    child.once('error', () => resolve(127))
    child.once('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)))
  })
  const started = { name, child, exited }
  living.add(started)
  if (child.pid !== undefined) watch(child.pid, RUN_MARK)
  void exited.then(() => {
    living.delete(started)
    if (child.pid !== undefined) unwatch(child.pid)
  })
  return started
}

/**
 * Ends one process and all below it: first politely, so that it can save what it holds, then for good.
 * @param {Started} started
 */
export async function end(started) {
  if (started.child.pid === undefined) return
  await endTree(started.child.pid, { hasExited: () => !living.has(started) })
}

/** @type {Promise<void> | undefined} */
let endingAll

/**
 * Ends the newest first: the console before the hub, the hub before the display. Asked twice, by a signal and by
 * a script's own end, it does so once: a second SIGTERM could make a process leave without saving.
 */
export function endAll() {
  endingAll ??= endNewestFirst().finally(() => (endingAll = undefined))
  return endingAll
}

async function endNewestFirst() {
  for (const started of [...living].reverse()) await end(started)
  endStrays(RUN_MARK)
}

/** Whether the end was asked for, so that what ends now is no news. */
export const isEnding = () => ending

/** Ends all children on Ctrl-C or SIGTERM, then the script with the usual code. */
export function endAllOnSignals() {
  /** @param {NodeJS.Signals} signal */
  const handle = signal => {
    // npm and the terminal both deliver a Ctrl-C: the second one must not cut the first short.
    if (ending) return
    ending = true
    void endAll().finally(() => process.exit(128 + constants.signals[signal]))
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, handle)
}
