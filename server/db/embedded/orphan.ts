import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../../../shared/log.ts'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { isAlive } from './owner-lock.ts'

const POLL_MS = 20
const STOP_WITHIN_MS = 30_000

/** Pid of the server that says it serves this cluster, or null. */
async function pidIn(cluster: string): Promise<number | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => null)
  const pid = Number(text?.split('\n')[0])
  return Number.isInteger(pid) && pid > 0 ? pid : null
}

/** Whether a living process is a PostgreSQL; where the system does not tell, it is believed. */
async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  return command.split('\0')[0]?.endsWith('postgres') ?? false
}

/**
 * Ends a server left behind by a hub that was killed: it would keep the cluster locked and the next start would fail
 * without a reason. A stale file of a server that died itself is PostgreSQL's own business, except when its pid now
 * belongs to a stranger. Throws `db-locked` when the server does not end.
 */
export async function endOrphan(cluster: string, log: Log): Promise<void> {
  const pid = await pidIn(cluster)
  if (pid === null || !isAlive(pid)) return
  if (!(await isPostgres(pid))) {
    await rm(join(cluster, 'postmaster.pid'), { force: true })
    return
  }
  log.warn('postgres.orphan-stopped', { pid })
  // SIGINT is the fast shutdown: open transactions are rolled back, everything committed is kept.
  process.kill(pid, 'SIGINT')
  for (let waited = 0; isAlive(pid); waited += POLL_MS) {
    if (waited > STOP_WITHIN_MS)
      throw new AppError(ErrorCode.DbLocked, 'An old PostgreSQL does not end', { pid })
    await delay(POLL_MS)
  }
}
