import { createInterface } from 'node:readline'
import { endStrays, endTree, isAlive } from './end-tree.mjs'

/**
 * Outlives the script that started it just long enough to end what that script left behind when it was
 * killed. Reads `+pid` and `-pid` lines; the end of its input is the death of the script.
 */

/** @type {Set<number>} */
const pids = new Set()

for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, () => {})

for await (const line of createInterface({ input: process.stdin })) {
  const pid = Number(line.slice(1))
  if (line.startsWith('+')) pids.add(pid)
  else pids.delete(pid)
}

const wasKilled = pids.size > 0
for (const pid of [...pids].reverse()) await endTree(pid, { hasExited: () => !isAlive(pid) })
if (wasKilled && process.argv[2]) endStrays(process.argv[2])
