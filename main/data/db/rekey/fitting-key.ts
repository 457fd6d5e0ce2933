import { existsSync, statSync } from 'node:fs'
import { AppError, ErrorCode } from '../../../../shared/errors.ts'
import { isProven } from '../key-proof.ts'
import { close, openReader } from '../open.ts'
import type { OpenOptions } from '../open.ts'
import { withSqliteErrors } from '../sqlite-error.ts'
import { countDamagedAside } from './paths.ts'

export type TwoKeys = { readonly path: string; readonly key: string; readonly nextKey: string }
export type FittingKey = {
  readonly fits: 'key' | 'next'
  /** Damaged files put aside under an earlier key. */
  readonly damagedAside: number
}

function opens(options: OpenOptions): boolean {
  try {
    close(openReader(options))
    return true
  } catch (error) {
    if (error instanceof AppError && error.code === ErrorCode.DbKeyWrong) return false
    throw error
  }
}

/** An empty file opens with every key. */
const holdsSomething = (path: string): boolean => existsSync(path) && statSync(path).size > 0

function fits({ path, key, nextKey }: TwoKeys): FittingKey['fits'] {
  if (holdsSomething(path)) {
    if (opens({ path, key })) return 'key'
    if (opens({ path, key: nextKey })) return 'next'
  }
  return isProven({ path, key: nextKey }) ? 'next' : 'key'
}

/**
 * Which of two keys the file is locked with, after a replacement that may have been cut off. Where neither opens it, the
 * one that once did: what is wrong then shows when the place is opened. Throws `db-locked` while one is under way.
 */
export const fittingKey = (keys: TwoKeys): FittingKey => ({
  fits: withSqliteErrors(() => fits(keys)),
  damagedAside: countDamagedAside(keys.path),
})
