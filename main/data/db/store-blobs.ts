import { all, get, run } from './statement.ts'
import { blobKeys } from './store-blob-keys.ts'
import type { BlobKeys } from './store-blob-keys.ts'
import { inTransaction } from './write.ts'
import type { Database } from './write.ts'
import { write } from './write.ts'

/** Owner of files that no customer is known for yet. */
export const PLACE_OWNER = 'place'

export type BlobRecord = {
  readonly sha256: string
  readonly owner: string
  readonly sizeBytes: number
  readonly isUploaded: boolean
}

/** What the encrypted database knows about the files beside it: their keys above all. */
export type BlobRecords = BlobKeys & {
  readonly find: (sha256: string, owner: string) => BlobRecord | null
  /** Durable: a file that an agent attached must not be forgotten. */
  readonly keep: (record: BlobRecord, nowMs: number) => void
  readonly markUploaded: (sha256: string, owner: string) => void
  readonly forget: (sha256: string, owner: string) => void
  /**
   * Hashes of attached files without an owner yet that nothing unsent and no draft names: those the owner given has a copy
   * of, and those kept before `beforeMs`.
   */
  readonly unneeded: (owner: string, beforeMs: number) => readonly string[]
  /** Customers with a key of their own who are not here. */
  readonly ownersGone: () => readonly OwnerGone[]
  /** The attachment record a file belongs to. */
  readonly attachment: (attachmentId: string) => AttachmentFile | null
}
/** `isHeld`: something unsent is about them. */
export type OwnerGone = { readonly owner: string; readonly isHeld: boolean }
export type AttachmentFile = {
  readonly sha256: string
  readonly customerId: string
  readonly mediaType: string
  readonly fileName: string
}

type Row = {
  readonly sha256: string
  readonly owner: string
  readonly size_bytes: number
  readonly is_uploaded: number
}

/** Asked when a person is erased, over the few files that wait for an owner. */
const UNNEEDED = `
  SELECT sha256 FROM blobs AS file WHERE owner = '${PLACE_OWNER}'
    AND (kept_at_ms < :beforeMs OR EXISTS (SELECT 1 FROM blobs WHERE sha256 = file.sha256 AND owner = :owner))
    AND NOT EXISTS (SELECT 1 FROM outbox WHERE instr(args_json, file.sha256) > 0)
    AND NOT EXISTS (SELECT 1 FROM drafts WHERE instr(coalesce(files_json, ''), file.sha256) > 0)`

const OWNERS_GONE = `
  SELECT owner, EXISTS (SELECT 1 FROM outbox WHERE customer_id = owner) AS held FROM blob_keys
  WHERE owner <> '${PLACE_OWNER}' AND NOT EXISTS (SELECT 1 FROM customers WHERE id = owner)`

const recordsOfGone = ({ db }: Database): Pick<BlobRecords, 'unneeded' | 'ownersGone'> => ({
  unneeded: (owner, beforeMs) =>
    all<{ sha256: string }>(db, UNNEEDED, { owner, beforeMs }).map(({ sha256 }) => sha256),
  ownersGone: () =>
    all<{ owner: string; held: number }>(db, OWNERS_GONE).map(({ owner, held }) => ({
      owner,
      isHeld: held === 1,
    })),
})

export function blobRecords(database: Database): BlobRecords {
  const { db } = database
  return {
    ...blobKeys(database),
    find: (sha256, owner) => {
      const sql = 'SELECT sha256, owner, size_bytes, is_uploaded FROM blobs WHERE sha256 = ? AND owner = ?'
      const row = get<Row>(db, sql, [sha256, owner])
      return row && { sha256, owner, sizeBytes: row.size_bytes, isUploaded: row.is_uploaded === 1 }
    },
    keep: ({ sha256, owner, sizeBytes, isUploaded }, nowMs) =>
      write(database, 'durable', () => {
        run(
          inTransaction(database),
          `INSERT INTO blobs (sha256, owner, size_bytes, is_uploaded, kept_at_ms) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT DO NOTHING`,
          [sha256, owner, sizeBytes, isUploaded ? 1 : 0, nowMs],
        )
      }),
    markUploaded: (sha256, owner) =>
      write(database, 'relaxed', () => {
        run(inTransaction(database), 'UPDATE blobs SET is_uploaded = 1 WHERE sha256 = ? AND owner = ?', [
          sha256,
          owner,
        ])
      }),
    forget: (sha256, owner) =>
      write(database, 'relaxed', () => {
        run(inTransaction(database), 'DELETE FROM blobs WHERE sha256 = ? AND owner = ?', [sha256, owner])
      }),
    ...recordsOfGone(database),
    attachment: attachmentId => {
      const sql = 'SELECT sha256, customer_id, media_type, file_name FROM attachments WHERE id = ?'
      const row = get<{ sha256: string; customer_id: string; media_type: string; file_name: string }>(
        db,
        sql,
        [attachmentId],
      )
      return (
        row && {
          sha256: row.sha256,
          customerId: row.customer_id,
          mediaType: row.media_type,
          fileName: row.file_name,
        }
      )
    },
  }
}
