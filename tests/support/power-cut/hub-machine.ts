import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { eventually } from '../hub.ts'
import type { HubProcess } from '../hub-process.ts'

/** Parent of a process; null when it is gone. */
function parentOf(pid: string): number | null {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(line.slice(line.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return null
  }
}

const childrenOf = (pid: number): readonly number[] =>
  readdirSync('/proc')
    .filter(name => /^\d+$/.test(name) && parentOf(name) === pid)
    .map(Number)

/** Everything on the hub's machine stops at once: PostgreSQL with all its processes, then the hub. Linux only. */
export async function killMachine(hub: HubProcess): Promise<void> {
  const file = join(hub.folder, 'data', 'cluster', 'postmaster.pid')
  const postmaster = Number(readFileSync(file, 'utf8').split('\n')[0])
  process.kill(postmaster, 'SIGSTOP')
  const all = [...childrenOf(postmaster), postmaster]
  for (const pid of all) process.kill(pid, 'SIGKILL')
  await hub.kill()
  // Until the system has forgotten them too: to PostgreSQL a dead process that nobody has waited for is another server.
  await eventually(
    () => all.filter(pid => existsSync(`/proc/${pid}`)),
    there => there.length === 0,
    20_000,
  )
}
