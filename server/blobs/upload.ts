import { createHash } from 'node:crypto'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { BLOB_LIMIT_BYTES } from '../../shared/protocol/version.ts'
import type { BlobRow } from '../db/queries/blob-content.ts'
import { completeBlob, insertChunk, lockBlob, readChunkAt, removeBlob } from '../db/queries/blob-content.ts'
import type { Session } from '../db/queries/session.ts'
import type { BlobRef } from '../sync/store.ts'
import type { KeyContext } from './customer-key.ts'
import { ensureKey } from './customer-key.ts'
import { readContent } from './read-content.ts'
import { seal } from './seal.ts'

export type Chunk = { readonly startByte: number; readonly sizeBytes: number; readonly bytes: Buffer }
export type Progress = { readonly receivedBytes: number; readonly sizeBytes: number | null }

/** A smaller chunk that is not the last would let one upload make millions of rows. */
const MIN_CHUNK_BYTES = 16_384

/** `wrong-content`: whole, but not what its name says; everything received was thrown away. */
export type Appended = Progress | 'wrong-content'

type Upload = BlobRef & { readonly agentId: string }

/** Refuses what cannot become a part of the blob, whatever is there already. Throws `too-large`, `bad-request`. */
export function assertChunkFits({ startByte, sizeBytes, bytes }: Chunk): void {
  if (sizeBytes > BLOB_LIMIT_BYTES) {
    throw new AppError(ErrorCode.TooLarge, 'The attachment is too large', { limitBytes: BLOB_LIMIT_BYTES })
  }
  const end = startByte + bytes.length
  const isLast = end === sizeBytes
  if (end > sizeBytes)
    throw new AppError(ErrorCode.BadRequest, 'More bytes than announced', { where: 'body' })
  if (!isLast && bytes.length < MIN_CHUNK_BYTES) {
    throw new AppError(ErrorCode.BadRequest, 'The chunk is too small', {
      where: 'body',
      minBytes: MIN_CHUNK_BYTES,
    })
  }
}

/**
 * Adds the next chunk inside a transaction. Throws `conflict` with the offset to go on from when the chunk does not
 * begin there, `bad-request` when another size was announced before.
 */
export async function appendChunk(
  session: Session,
  { chunk, ...upload }: Upload & { readonly chunk: Chunk },
  context: KeyContext,
): Promise<Appended> {
  const { startByte, sizeBytes, bytes } = chunk
  const blob = { customerId: upload.customerId, sha256: upload.sha256 }
  const row = await lockBlob(session, { ...blob, sizeBytes, agentId: upload.agentId, nowMs: context.nowMs })
  if (row.isComplete) return { receivedBytes: row.sizeBytes, sizeBytes: row.sizeBytes }
  assertContinues(row, chunk)
  const key = await ensureKey(session, blob.customerId, context)
  if (bytes.length > 0) {
    const content = seal(key, { sha256: blob.sha256, startByte }, bytes)
    await insertChunk(session, blob, { startByte, sizeBytes: bytes.length, content })
  }
  const receivedBytes = startByte + bytes.length
  if (receivedBytes < sizeBytes) return { receivedBytes, sizeBytes }
  if (!(await isAsNamed(session, { ...blob, sizeBytes }, key))) {
    await removeBlob(session, blob)
    return 'wrong-content'
  }
  await completeBlob(session, blob)
  return { receivedBytes, sizeBytes }
}

function assertContinues(row: BlobRow, { startByte, sizeBytes }: Chunk): void {
  if (row.sizeBytes !== sizeBytes) {
    throw new AppError(ErrorCode.BadRequest, 'Another size was announced', { where: 'headers.upload-length' })
  }
  if (row.uploadOffset !== startByte) {
    throw new AppError(ErrorCode.Conflict, 'The upload goes on elsewhere', { offset: row.uploadOffset })
  }
}

async function isAsNamed(
  session: Session,
  { sizeBytes, ...blob }: BlobRef & { readonly sizeBytes: number },
  key: Buffer,
): Promise<boolean> {
  const hash = createHash('sha256')
  const source = { blob, key, chunkAt: (byte: number) => readChunkAt(session, blob, byte) }
  for await (const part of readContent(source, { first: 0, last: sizeBytes - 1 })) hash.update(part)
  return hash.digest('hex') === blob.sha256
}
