import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { BLOB_LIMIT_BYTES } from '../../../shared/protocol/version.ts'
import { fromSqliteError } from '../db/sqlite-error.ts'
import { PLACE_OWNER } from '../db/store-blobs.ts'
import type { BlobRecords } from '../db/store-blobs.ts'
import { KEY_BYTES, seal, unseal } from './seal.ts'

/** Files of attachments beside the database: named by their content, sealed with a key per customer. */
export type BlobStore = {
  /** Keeps a file an agent attached, before it is known for whom. Throws `too-large`, `disk-full`. */
  readonly keep: (content: Uint8Array) => Promise<{ readonly sha256: string; readonly sizeBytes: number }>
  /** Keeps a file that came from the hub. Throws `bad-answer` when it is not what its name says. */
  readonly keepDownloaded: (name: BlobName, content: Uint8Array) => Promise<void>
  /** The content, under the customer's key from then on; null when it is not here. */
  readonly read: (name: BlobName) => Promise<Buffer | null>
  /** Takes a file off this device; the customer's key stays. */
  readonly drop: (name: BlobName) => Promise<void>
  readonly isUploaded: (name: BlobName) => boolean
  readonly markUploaded: (name: BlobName) => void
  /**
   * Destroys the customer's key, then the files it sealed: copies of them elsewhere stay unreadable. What was attached for
   * them before it had an owner goes too, unless unsent work or a draft for somebody else names it.
   */
  readonly erase: (customerId: string) => Promise<void>
}
export type BlobName = { readonly sha256: string; readonly customerId: string }

type Deps = { readonly records: BlobRecords; readonly folder: string; readonly nowMs: () => number }
type Owned = { readonly sha256: string; readonly owner: string }

export const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** Below a folder per owner, so that the files of an erased customer are found and removed together. */
const pathOf = (folder: string, { sha256, owner }: Owned): string => join(folder, owner, sha256)

/** A form that is being filled in holds its files in the window: what was attached so lately may still be needed. */
const FORM_MS = 24 * 60 * 60_000

const newKey = (): Uint8Array => randomBytes(KEY_BYTES)

/** Whole or not at all, and on the disk when it returns. */
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

async function put(
  { records, folder, nowMs }: Deps,
  owned: Owned & { readonly isUploaded: boolean },
  content: Uint8Array,
): Promise<void> {
  await mkdir(join(folder, owned.owner), { recursive: true, mode: 0o700 })
  const key = records.key(owned.owner, newKey)
  await writeWhole(pathOf(folder, owned), seal(key, content))
  records.keep({ ...owned, sizeBytes: content.byteLength }, nowMs())
}

async function readOwned({ records, folder }: Deps, owned: Owned): Promise<Buffer | null> {
  if (!records.find(owned.sha256, owned.owner)) return null
  try {
    return unseal(records.key(owned.owner, newKey), await readFile(pathOf(folder, owned)))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw fromSqliteError(error)
  }
}

/** A file attached before its customer was known moves under the customer's key: erasing the person erases it. */
async function adopt(deps: Deps, { sha256, customerId }: BlobName): Promise<Buffer | null> {
  const content = await readOwned(deps, { sha256, owner: PLACE_OWNER })
  if (content) await put(deps, { sha256, owner: customerId, isUploaded: false }, content)
  return content
}

export function createBlobStore(deps: Deps): BlobStore {
  return {
    keep: async content => {
      if (content.byteLength > BLOB_LIMIT_BYTES) {
        throw new AppError(ErrorCode.TooLarge, 'The file is too large', { limitBytes: BLOB_LIMIT_BYTES })
      }
      const sha256 = sha256Of(content)
      await put(deps, { sha256, owner: PLACE_OWNER, isUploaded: false }, content)
      return { sha256, sizeBytes: content.byteLength }
    },
    keepDownloaded: async ({ sha256, customerId }, content) => {
      if (sha256Of(content) !== sha256)
        throw new AppError(ErrorCode.BadAnswer, 'The file is not what its name says')
      await put(deps, { sha256, owner: customerId, isUploaded: true }, content)
    },
    read: async name =>
      (await readOwned(deps, { sha256: name.sha256, owner: name.customerId })) ?? (await adopt(deps, name)),
    drop: async ({ sha256, customerId }) => {
      // The file first: a record without a file reads as not here, a file without a record is never found again.
      await rm(pathOf(deps.folder, { sha256, owner: customerId }), { force: true })
      deps.records.forget(sha256, customerId)
    },
    isUploaded: ({ sha256, customerId }) => deps.records.find(sha256, customerId)?.isUploaded ?? false,
    markUploaded: ({ sha256, customerId }) => deps.records.markUploaded(sha256, customerId),
    erase: async customerId => {
      const { records, folder, nowMs } = deps
      const unneeded = records.unneeded(customerId, nowMs() - FORM_MS)
      const hadKey = records.destroyKey(customerId)
      for (const sha256 of unneeded) {
        await rm(pathOf(folder, { sha256, owner: PLACE_OWNER }), { force: true })
        records.forget(sha256, PLACE_OWNER)
      }
      if (hadKey) await rm(join(folder, customerId), { recursive: true, force: true })
    },
  }
}
