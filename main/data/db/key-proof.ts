import { createHmac } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync, writeFileSync } from 'node:fs'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { OpenOptions } from './open.ts'

// A first page that does not decrypt looks the same for a wrong key and for a damaged file. What lies beside the file
// tells them apart: a code made from the key, which says nothing about the key itself.

const PAGE_BYTES = 4_096

const proofPath = (path: string): string => `${path}.key-proof`
const proofOf = (key: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update('the key of this database').digest('hex')

function keptProof(path: string): string | null {
  try {
    return readFileSync(proofPath(path), 'utf8')
  } catch {
    return null
  }
}

/** Whether this key once opened the file that is, or was, here. */
export const isProven = ({ path, key }: OpenOptions): boolean => keptProof(path) === proofOf(key)

/** Call once the file has opened: from then on damage to its first page is not taken for a wrong key. */
export function keepKeyProof(options: OpenOptions): void {
  if (!isProven(options)) writeFileSync(proofPath(options.path), proofOf(options.key), { mode: 0o600 })
}

/** Throws `db-corrupt` where a database has been and is gone or empty: a fresh one would hide what was lost with it. */
export function refuseVanished(options: OpenOptions): void {
  if (!isProven(options) || (existsSync(options.path) && statSync(options.path).size > 0)) return
  throw new AppError(ErrorCode.DbCorrupt, 'The database that was here is gone')
}

/** A disk that fails for the moment has damaged nothing: what cannot be read now may be whole. */
export function isReadable(path: string): boolean {
  try {
    const file = openSync(path, 'r')
    try {
      return readSync(file, Buffer.alloc(PAGE_BYTES), 0, PAGE_BYTES, 0) > 0
    } finally {
      closeSync(file)
    }
  } catch {
    return false
  }
}

/** A wrong key that is known to be right means a damaged file; every other error comes back as it is. */
export function asDamage(error: unknown, options: OpenOptions): unknown {
  const isKeyWrong = error instanceof AppError && error.code === ErrorCode.DbKeyWrong
  if (!isKeyWrong || !isProven(options)) return error
  return isReadable(options.path)
    ? new AppError(ErrorCode.DbCorrupt, 'The first page of the database is damaged')
    : new AppError(ErrorCode.DataUnavailable, 'The database cannot be read for the moment')
}
