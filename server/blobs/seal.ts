import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
export const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Which piece of which blob: bound to the sealed bytes, so pieces cannot be swapped inside the database. */
export type PieceName = { readonly sha256: string; readonly startByte: number }

const bindingOf = ({ sha256, startByte }: PieceName): Buffer => Buffer.from(`${sha256}:${startByte}`)

export const newBlobKey = (): Buffer => randomBytes(KEY_BYTES)

/** Encrypts one piece with its customer's key: nonce, tag, ciphertext. */
export function seal(key: Buffer, piece: PieceName, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce)
  cipher.setAAD(bindingOf(piece))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Decrypts one piece. Throws when key, place or bytes are not those it was sealed with. */
export function unseal(key: Buffer, piece: PieceName, sealed: Buffer): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES)
  const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(bindingOf(piece))
  decipher.setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()])
}
