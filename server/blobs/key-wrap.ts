import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError, ErrorCode } from '../../shared/errors.ts'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const BARE = 0
const WRAPPED = 1

/** Whose key it is: bound to the wrapped bytes, so one customer's key cannot be passed off as another's. */
export type KeyOwner = { readonly workspaceId: string; readonly customerId: string }

const bindingOf = ({ workspaceId, customerId }: KeyOwner): Buffer =>
  Buffer.from(`${workspaceId}/${customerId}`)

/** A customer's key as it is stored: wrapped with the hub's key when there is one. The first byte says which. */
export function wrapKey(hubKey: Buffer | null, owner: KeyOwner, key: Buffer): Buffer {
  if (hubKey === null) return Buffer.concat([Buffer.of(BARE), key])
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, hubKey, nonce)
  cipher.setAAD(bindingOf(owner))
  const wrapped = Buffer.concat([cipher.update(key), cipher.final()])
  return Buffer.concat([Buffer.of(WRAPPED), nonce, cipher.getAuthTag(), wrapped])
}

/** Throws `internal` when the key was wrapped with another hub key, or with one while the hub now has none. */
export function unwrapKey(hubKey: Buffer | null, owner: KeyOwner, stored: Buffer): Buffer {
  const body = stored.subarray(1)
  if (stored[0] === BARE) return Buffer.from(body)
  if (hubKey === null)
    throw new AppError(ErrorCode.Internal, 'TANDEM_HUB_KEY is needed to open this attachment')
  const decipher = createDecipheriv(CIPHER, hubKey, body.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(bindingOf(owner))
  decipher.setAuthTag(body.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(body.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    throw new AppError(ErrorCode.Internal, 'TANDEM_HUB_KEY is not the one this attachment was stored with')
  }
}
