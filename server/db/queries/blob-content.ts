import type { BlobRef } from '../../sync/store.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

export type BlobRow = {
  readonly sizeBytes: number
  readonly uploadOffset: number
  readonly isComplete: boolean
}

const COLUMNS = 'size_bytes AS "sizeBytes", upload_offset AS "uploadOffset", is_complete AS "isComplete"'
const THIS = 'workspace_id = $1 AND customer_id = $2 AND sha256 = $3'

export async function readBlob(session: Session, { customerId, sha256 }: BlobRef): Promise<BlobRow | null> {
  const rows = await all<BlobRow>(session, `SELECT ${COLUMNS} FROM blobs WHERE ${THIS}`, [customerId, sha256])
  return rows[0] ?? null
}

export type NewBlob = BlobRef & {
  readonly sizeBytes: number
  readonly agentId: string
  readonly nowMs: number
}

/** Makes the record of an upload if it is not there, and locks it: chunks of one blob take turns. */
export async function lockBlob(session: Session, blob: NewBlob): Promise<BlobRow> {
  const { customerId, sha256 } = blob
  await run(
    session,
    `INSERT INTO blobs (workspace_id, customer_id, sha256, size_bytes, created_by, created_at_ms)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING`,
    [customerId, sha256, blob.sizeBytes, blob.agentId, blob.nowMs],
  )
  const rows = await all<BlobRow>(session, `SELECT ${COLUMNS} FROM blobs WHERE ${THIS} FOR UPDATE`, [
    customerId,
    sha256,
  ])
  return rows[0] ?? { sizeBytes: blob.sizeBytes, uploadOffset: 0, isComplete: false }
}

export type StoredChunk = { readonly startByte: number; readonly sizeBytes: number; readonly content: Buffer }

export async function insertChunk(
  session: Session,
  { customerId, sha256 }: BlobRef,
  { startByte, sizeBytes, content }: StoredChunk,
): Promise<void> {
  await run(
    session,
    `INSERT INTO blob_chunks (workspace_id, customer_id, sha256, start_byte, size_bytes, content)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [customerId, sha256, startByte, sizeBytes, content],
  )
  await run(session, `UPDATE blobs SET upload_offset = $4 WHERE ${THIS}`, [
    customerId,
    sha256,
    startByte + sizeBytes,
  ])
}

export async function completeBlob(session: Session, { customerId, sha256 }: BlobRef): Promise<void> {
  await run(session, `UPDATE blobs SET is_complete = true WHERE ${THIS}`, [customerId, sha256])
}

export async function removeBlob(session: Session, { customerId, sha256 }: BlobRef): Promise<void> {
  await run(session, `DELETE FROM blob_chunks WHERE ${THIS}`, [customerId, sha256])
  await run(session, `DELETE FROM blobs WHERE ${THIS}`, [customerId, sha256])
}

/** The chunk that holds a byte, or null behind the end. */
export async function readChunkAt(
  session: Session,
  { customerId, sha256 }: BlobRef,
  byte: number,
): Promise<StoredChunk | null> {
  const rows = await all<StoredChunk>(
    session,
    `SELECT start_byte AS "startByte", size_bytes AS "sizeBytes", content FROM blob_chunks
     WHERE ${THIS} AND start_byte <= $4 AND start_byte + size_bytes > $4 ORDER BY start_byte DESC LIMIT 1`,
    [customerId, sha256, byte],
  )
  return rows[0] ?? null
}

export async function readWrappedKey(session: Session, customerId: string): Promise<Buffer | null> {
  const sql = 'SELECT wrapped_key AS key FROM blob_keys WHERE workspace_id = $1 AND customer_id = $2'
  return (await all<{ key: Buffer }>(session, sql, [customerId]))[0]?.key ?? null
}

/** Keeps the key that is there already: two first uploads at once must use the same. */
export async function insertWrappedKey(
  session: Session,
  { customerId, key, nowMs }: { readonly customerId: string; readonly key: Buffer; readonly nowMs: number },
): Promise<void> {
  await run(
    session,
    `INSERT INTO blob_keys (workspace_id, customer_id, wrapped_key, created_at_ms) VALUES ($1, $2, $3, $4)
     ON CONFLICT (workspace_id, customer_id) DO NOTHING`,
    [customerId, key, nowMs],
  )
}

/**
 * Another customer under whom the same content is kept, if this customer has an attachment that names it: the ticket
 * moved here, the bytes did not yet.
 */
export async function findFormerOwner(
  session: Session,
  { customerId, sha256 }: BlobRef,
): Promise<string | null> {
  const rows = await all<{ customerId: string }>(
    session,
    `SELECT b.customer_id AS "customerId" FROM blobs b
     WHERE b.workspace_id = $1 AND b.sha256 = $3 AND b.is_complete AND b.customer_id <> $2 AND EXISTS (
       SELECT 1 FROM attachments a WHERE a.workspace_id = $1 AND a.customer_id = $2 AND a.sha256 = $3
     ) LIMIT 1`,
    [customerId, sha256],
  )
  return rows[0]?.customerId ?? null
}

/** Blobs older than `beforeMs` that no attachment names: uploads that were given up. Answers how many went. */
export async function purgeUnnamedBlobs(session: Session, beforeMs: number): Promise<number> {
  const unnamed = await all<BlobRef>(
    session,
    `SELECT customer_id AS "customerId", sha256 FROM blobs b
     WHERE workspace_id = $1 AND created_at_ms < $2 AND NOT EXISTS (
       SELECT 1 FROM attachments a
       WHERE a.workspace_id = $1 AND a.customer_id = b.customer_id AND a.sha256 = b.sha256
     ) LIMIT 1000`,
    [beforeMs],
  )
  for (const blob of unnamed) await removeBlob(session, blob)
  return unnamed.length
}
