import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, ErrorCode } from '../../../shared/errors.ts'

const FILE = 'owner.json'
type Owner = { readonly pid: number; readonly startedAt: string | null }

/** Whether a process runs. One that has ended and is waited for by nobody, as in many containers, does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function isZombie(pid: number): boolean {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    // No such file system here, or the process is gone by now.
    return false
  }
}

/** When a process started, as the system counts it; tells a reused pid from the old process. Null where it is not told. */
async function startOf(pid: number): Promise<string | null> {
  const line = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  // The second field is the name in brackets and may hold spaces; field 22 is the start.
  return line?.slice(line.lastIndexOf(')') + 2).split(' ')[19] ?? null
}

async function readOwner(folder: string): Promise<Owner | null> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return JSON.parse(text) as Owner
  } catch {
    // Written half when the power went: whoever wrote it is gone.
    return null
  }
}

/** Without the time of its start a process with our own pid is taken for an old one whose pid we got. */
async function isStillThere({ pid, startedAt }: Owner): Promise<boolean> {
  if (!isAlive(pid) || (await startOf(pid)) !== startedAt) return false
  return pid !== process.pid || startedAt !== null
}

/**
 * Notes this process as the owner of a data folder; the answer gives it back.
 * Throws `db-locked` with the pid when another living hub owns it.
 */
export async function takeFolder(folder: string): Promise<() => Promise<void>> {
  const owner = await readOwner(folder)
  if (owner && (await isStillThere(owner))) {
    throw new AppError(ErrorCode.DbLocked, `Another hub uses this data folder (process ${owner.pid})`, {
      pid: owner.pid,
    })
  }
  const mine: Owner = { pid: process.pid, startedAt: await startOf(process.pid) }
  await writeFile(join(folder, FILE), JSON.stringify(mine), { mode: 0o600 })
  return () => rm(join(folder, FILE), { force: true })
}
