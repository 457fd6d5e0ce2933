import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { Binaries } from './binaries.ts'
import type { SystemUser } from './system-user.ts'

export type ClusterFolder = { readonly cluster: string; readonly password: string }

type Setup = { readonly binaries: Binaries; readonly folder: string; readonly runAs: SystemUser | null }

/**
 * Makes the database cluster on the first start and answers its folder and the owner's password.
 * It is made under another name and renamed when whole, so a start that was cut off leaves nothing half-made.
 */
export async function ensureCluster({ binaries, folder, runAs }: Setup): Promise<ClusterFolder> {
  const cluster = join(folder, 'cluster')
  const passwordFile = join(folder, 'password')
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    return { cluster, password: (await readFile(passwordFile, 'utf8')).trim() }
  }
  const half = join(folder, 'cluster.new')
  await rm(half, { recursive: true, force: true })
  await mkdir(half, { mode: 0o700 })
  const password = randomBytes(24).toString('base64url')
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (runAs) {
    await chown(half, runAs.uid, runAs.gid)
    await chown(passwordFile, runAs.uid, runAs.gid)
  }
  await initialise(binaries.initdb, runAs, [
    `--pgdata=${half}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    // The same order and case rules on every system, whatever locales it has.
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
  ])
  await rename(half, cluster)
  return { cluster, password }
}

function initialise(program: string, runAs: SystemUser | null, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...runAs, stdio: ['ignore', 'pipe', 'pipe'], cwd: '/' })
    let words = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (words += chunk.toString()))
    child.on('error', error =>
      reject(new AppError(ErrorCode.Internal, `initdb cannot run: ${error.message}`)),
    )
    child.on('close', code => {
      if (code === 0) resolve()
      else
        reject(
          new AppError(
            ErrorCode.Internal,
            `initdb failed (${code ?? 'signal'}): ${words.trim().slice(-1000)}`,
          ),
        )
    })
  })
}
