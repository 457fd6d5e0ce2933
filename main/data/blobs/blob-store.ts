import { createHash, randomBytes } from 'node:crypto'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import { BLOB_LIMIT_BYTES } from '../../../shared/protocol/version.ts'
import { PLACE_OWNER } from '../db/store-blobs.ts'
import type { BlobRecords } from '../db/store-blobs.ts'
import { blobFiles } from './blob-files.ts'
import type { BlobFiles, Owned } from './blob-files.ts'
import { createOneByOne } from './one-by-one.ts'
import type { OneByOne } from './one-by-one.ts'
import { KEY_BYTES, seal, unseal } from './seal.ts'
import type { Downloaded } from './transfer.ts'
import { turnKeys } from './turn-keys.ts'

/** Files of attachments beside the database: named by their content, sealed with a key per customer. */
export type BlobStore = {
  /** Keeps a file an agent attached, before it is known for whom. Throws `too-large`, `disk-full`. */
  readonly keep: (content: Uint8Array) => Promise<{ readonly sha256: string; readonly sizeBytes: number }>
  /** Keeps a file that came from the hub under its name. Throws `bad-answer` when it is not what the hub says it is. */
  readonly keepDownloaded: (name: BlobName, file: Downloaded) => Promise<void>
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
  /**
   * Where the database has got another key: seals every file anew with a key that the former one never opened. Can be cut
   * off anywhere and called again; `mayGoOn` is asked between two files, and false ends it. Throws `disk-full` …
   */
  readonly turnKeys: (mayGoOn: () => Promise<boolean>) => Promise<void>
}
export type BlobName = { readonly sha256: string; readonly customerId: string }

type Deps = { readonly records: BlobRecords; readonly folder: string; readonly nowMs: () => number }
/** `inOrder`: one thing at a time with the files of one owner, so that none is sealed with a key that is being replaced. */
type Parts = Pick<Deps, 'records' | 'nowMs'> & { readonly files: BlobFiles; readonly inOrder: OneByOne }

export const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex')

/** A form that is being filled in holds its files in the window: what was attached so lately may still be needed. */
const FORM_MS = 24 * 60 * 60_000

const newKey = (): Uint8Array => randomBytes(KEY_BYTES)

const put = (
  { records, files, nowMs, inOrder }: Parts,
  owned: Owned & { readonly isUploaded: boolean },
  content: Uint8Array,
): Promise<void> =>
  inOrder(owned.owner, async () => {
    await files.write(owned, seal(records.key(owned.owner, newKey), content))
    records.keep({ ...owned, sizeBytes: content.byteLength }, nowMs())
  })

const readOwned = ({ records, files, inOrder }: Parts, owned: Owned): Promise<Buffer | null> =>
  inOrder(owned.owner, async () => {
    const keys = records.find(owned.sha256, owned.owner) && records.keysOf(owned.owner)
    const sealed = keys && (await files.read(owned))
    return sealed && unseal(keys, sealed)
  })

/** A file attached before its customer was known moves under the customer's key: erasing the person erases it. */
async function adopt(parts: Parts, { sha256, customerId }: BlobName): Promise<Buffer | null> {
  const content = await readOwned(parts, { sha256, owner: PLACE_OWNER })
  if (content) await put(parts, { sha256, owner: customerId, isUploaded: false }, content)
  return content
}

async function erase({ records, files, nowMs, inOrder }: Parts, customerId: string): Promise<void> {
  const unneeded = records.unneeded(customerId, nowMs() - FORM_MS)
  // At once, whatever is under way with the files.
  const hadKey = records.destroyKey(customerId)
  for (const sha256 of unneeded) {
    await files.remove({ sha256, owner: PLACE_OWNER })
    records.forget(sha256, PLACE_OWNER)
  }
  if (hadKey) await inOrder(customerId, () => files.removeAll(customerId))
}

export function createBlobStore({ records, folder, nowMs }: Deps): BlobStore {
  const files = blobFiles(folder)
  const inOrder = createOneByOne()
  const parts: Parts = { records, files, nowMs, inOrder }
  return {
    keep: async content => {
      if (content.byteLength > BLOB_LIMIT_BYTES) {
        throw new AppError(ErrorCode.TooLarge, 'The file is too large', { limitBytes: BLOB_LIMIT_BYTES })
      }
      const sha256 = sha256Of(content)
      await put(parts, { sha256, owner: PLACE_OWNER, isUploaded: false }, content)
      return { sha256, sizeBytes: content.byteLength }
    },
    keepDownloaded: async ({ sha256, customerId }, file) => {
      if (sha256Of(file.bytes) !== file.sha256)
        throw new AppError(ErrorCode.BadAnswer, 'The file is not what its name says')
      await put(parts, { sha256, owner: customerId, isUploaded: true }, file.bytes)
    },
    read: async name =>
      (await readOwned(parts, { sha256: name.sha256, owner: name.customerId })) ?? (await adopt(parts, name)),
    drop: ({ sha256, customerId }) =>
      inOrder(customerId, async () => {
        // The file first: a record without a file reads as not here, a file without a record is never found again.
        await files.remove({ sha256, owner: customerId })
        records.forget(sha256, customerId)
      }),
    isUploaded: ({ sha256, customerId }) => records.find(sha256, customerId)?.isUploaded ?? false,
    markUploaded: ({ sha256, customerId }) => records.markUploaded(sha256, customerId),
    erase: customerId => erase(parts, customerId),
    turnKeys: mayGoOn => turnKeys({ records, files, inOrder, newKey, mayGoOn }),
  }
}
