import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError, ErrorCode } from '../../../shared/errors.ts'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
export const KEY_BYTES = 32

/** Nonce, tag, ciphertext. A nonce is never used twice with one key: it is random, and keys seal few files. */
export function seal(key: Uint8Array, content: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce)
  const sealed = Buffer.concat([cipher.update(content), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Null for a file that was changed, cut or sealed with another key. */
export function openSealed(key: Uint8Array, file: Uint8Array): Buffer | null {
  try {
    const decipher = createDecipheriv(ALGORITHM, key, file.subarray(0, NONCE_BYTES))
    decipher.setAuthTag(file.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([decipher.update(file.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    return null
  }
}

/** With whichever of the keys sealed it. Throws `db-corrupt` where none did. */
export function unseal(keys: readonly Uint8Array[], file: Uint8Array): Buffer {
  for (const key of keys) {
    const content = openSealed(key, file)
    if (content) return content
  }
  throw new AppError(ErrorCode.DbCorrupt, 'A file of an attachment is damaged')
}
