import {
  completeBlob,
  findFormerOwner,
  insertChunk,
  lockBlob,
  readBlob,
  readChunkAt,
} from '../db/queries/blob-content.ts'
import type { Session } from '../db/queries/session.ts'
import type { BlobRef } from '../sync/store.ts'
import type { KeyContext } from './customer-key.ts'
import { ensureKey, readKey } from './customer-key.ts'
import { seal, unseal } from './seal.ts'

/**
 * A ticket that moved to another customer took its attachments along, but their content is sealed with the former
 * customer's key. Seals a copy with the new one's, so that erasing the former leaves it readable. Answers whether
 * there was anything to adopt.
 */
export async function adoptBlob(
  session: Session,
  { agentId, ...blob }: BlobRef & { readonly agentId: string },
  context: KeyContext,
): Promise<boolean> {
  const formerId = await findFormerOwner(session, blob)
  if (formerId === null) return false
  const former = { customerId: formerId, sha256: blob.sha256 }
  const original = await readBlob(session, former)
  if (!original?.isComplete) return false
  const { sizeBytes } = original
  const copy = await lockBlob(session, { ...blob, sizeBytes, agentId, nowMs: context.nowMs })
  const [oldKey, newKey] = [
    await readKey(session, formerId, context.hubKey),
    await ensureKey(session, blob.customerId, context),
  ]
  // An upload of the same content may have begun here: only what it has not brought yet is copied.
  let next = copy.uploadOffset
  while (!copy.isComplete && next < sizeBytes) {
    const chunk = await readChunkAt(session, former, next)
    if (!chunk) return false
    const plain = unseal(oldKey, { sha256: blob.sha256, startByte: chunk.startByte }, chunk.content)
    const bytes = plain.subarray(next - chunk.startByte)
    const content = seal(newKey, { sha256: blob.sha256, startByte: next }, bytes)
    await insertChunk(session, blob, { startByte: next, sizeBytes: bytes.length, content })
    next += bytes.length
  }
  await completeBlob(session, blob)
  return true
}
