import { AppError, ErrorCode } from '../../shared/errors.ts'
import { insertWrappedKey, readWrappedKey } from '../db/queries/blob-content.ts'
import type { Session } from '../db/queries/session.ts'
import { unwrapKey, wrapKey } from './key-wrap.ts'
import { newBlobKey } from './seal.ts'

export type KeyContext = { readonly hubKey: Buffer | null; readonly nowMs: number }

/** The key of a customer's blobs. Throws `blob-missing` when it was destroyed: the person was erased. */
export async function readKey(session: Session, customerId: string, hubKey: Buffer | null): Promise<Buffer> {
  const stored = await readWrappedKey(session, customerId)
  if (!stored) throw new AppError(ErrorCode.BlobMissing, 'The content was erased')
  return unwrapKey(hubKey, { workspaceId: session.workspaceId, customerId }, stored)
}

/** The key of a customer's blobs, made on first use. */
export async function ensureKey(
  session: Session,
  customerId: string,
  { hubKey, nowMs }: KeyContext,
): Promise<Buffer> {
  if ((await readWrappedKey(session, customerId)) === null) {
    const owner = { workspaceId: session.workspaceId, customerId }
    await insertWrappedKey(session, { customerId, key: wrapKey(hubKey, owner, newBlobKey()), nowMs })
  }
  return readKey(session, customerId, hubKey)
}
