import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { AppError, ErrorCode } from '../../../shared/errors.ts'

const run = promisify(execFile)
const USER = 'postgres'

export type SystemUser = { readonly uid: number; readonly gid: number }

async function idsOf(name: string): Promise<SystemUser | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

/**
 * The user PostgreSQL must run as: null for ourselves, the system's `postgres` when we are root (PostgreSQL refuses
 * root), made when missing. Throws `internal` with the command to type when it cannot be made.
 */
export async function systemUserForPostgres(): Promise<SystemUser | null> {
  if (process.getuid?.() !== 0) return null
  const known = await idsOf(USER)
  if (known) return known
  const command = ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', USER]
  await run('useradd', command).catch(() => undefined)
  const made = await idsOf(USER)
  if (made) return made
  throw new AppError(
    ErrorCode.Internal,
    `PostgreSQL cannot run as root. Make its user: useradd ${command.join(' ')}`,
  )
}
