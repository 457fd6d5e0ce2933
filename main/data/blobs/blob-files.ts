import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fromSqliteError } from '../db/sqlite-error.ts'

/** Sealed files as they lie on the disk, below a folder per owner: those of an erased person are removed together. */
export type BlobFiles = {
  /** Null: not here. */
  readonly read: (file: Owned) => Promise<Buffer | null>
  /** Whole or not at all, and on the disk when it returns; its name may not be. Throws `disk-full` … */
  readonly write: (file: Owned, sealed: Uint8Array) => Promise<void>
  readonly remove: (file: Owned) => Promise<void>
  readonly removeAll: (owner: string) => Promise<void>
  /** Names of files, unfinished ones too. */
  readonly list: (owner: string) => Promise<readonly string[]>
  readonly removeNamed: (owner: string, name: string) => Promise<void>
  /** The names in the owner's folder are on the disk. */
  readonly syncNames: (owner: string) => Promise<void>
}
export type Owned = { readonly sha256: string; readonly owner: string }

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`
  try {
    const file = await open(temporary, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw fromSqliteError(error)
  }
}

/** On Windows a folder cannot be synced; its journal keeps renames in order. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, constants.O_RDONLY)
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function unlessMissing<T>(work: Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (isMissing(error)) return otherwise
    throw fromSqliteError(error)
  }
}

export function blobFiles(folder: string): BlobFiles {
  const folderOf = (owner: string): string => join(folder, owner)
  const pathOf = ({ sha256, owner }: Owned): string => join(folder, owner, sha256)
  return {
    read: file => unlessMissing<Buffer | null>(readFile(pathOf(file)), null),
    write: async (file, sealed) => {
      await mkdir(folderOf(file.owner), { recursive: true, mode: 0o700 })
      await writeWhole(pathOf(file), sealed)
    },
    remove: file => rm(pathOf(file), { force: true }),
    removeAll: owner => rm(folderOf(owner), { recursive: true, force: true }),
    list: owner => unlessMissing<readonly string[]>(readdir(folderOf(owner)), []),
    removeNamed: (owner, name) => rm(join(folderOf(owner), name), { force: true }),
    syncNames: owner => unlessMissing(syncFolder(folderOf(owner)), undefined),
  }
}
