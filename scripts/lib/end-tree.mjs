import { spawnSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'

/** Longer than the ten seconds in which the hub promises to stop. */
const GRACE_MS = 15_000
const POLL_MS = 25

/**
 * Ends a process that leads its own group: SIGTERM to the leader alone, because a database or a window that
 * loses its helpers first cannot save, and after the grace time SIGKILL to whatever is left of the group.
 * @param {number} pid
 * @param {{ hasExited: () => boolean, graceMs?: number }} options
 */
export async function endTree(pid, { hasExited, graceMs = GRACE_MS }) {
  if (process.platform === 'win32') {
    // Windows has no groups to signal; taskkill walks the tree.
    spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'])
    return
  }
  signal(pid, 'SIGTERM')
  const deadline = performance.now() + graceMs
  while (!hasExited() && performance.now() < deadline)
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
  signal(-pid, 'SIGKILL')
}

/**
 * Whether a process still runs. One that has ended and waits for its parent to notice does not.
 * @param {number} pid
 */
export function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return process.platform !== 'linux' || !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/**
 * Ends processes of a run that left their group, as Playwright's windows do. Linux only: elsewhere the
 * environment of another process cannot be read.
 * @param {string} mark name of an environment variable
 */
export function endStrays(mark) {
  if (process.platform !== 'linux') return
  for (const pid of readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)) {
    if (pid !== process.pid && pid !== process.ppid && isMarked(pid, mark)) signal(pid, 'SIGKILL')
  }
}

/**
 * @param {number} pid
 * @param {string} mark
 */
function isMarked(pid, mark) {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`${mark}=1`)
  } catch {
    return false
  }
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name)
  } catch {
    // Already gone, which is what was asked for.
  }
}
