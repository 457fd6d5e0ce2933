import Sqlite from 'better-sqlite3'
import { AppError, ErrorCode } from '../../../shared/errors.ts'

/** SQLite's extended codes by their beginning, the longer ones first. */
const BY_PREFIX: readonly (readonly [string, ErrorCode])[] = [
  // The first page does not decrypt: another key, or not one of our files.
  ['SQLITE_NOTADB', ErrorCode.DbKeyWrong],
  ['SQLITE_CORRUPT', ErrorCode.DbCorrupt],
  // A page whose authentication tag does not fit its content.
  ['SQLITE_IOERR_DATA', ErrorCode.DbCorrupt],
  ['SQLITE_IOERR_CORRUPTFS', ErrorCode.DbCorrupt],
  ['SQLITE_IOERR_SHORT_READ', ErrorCode.DbCorrupt],
  ['SQLITE_BUSY', ErrorCode.DbLocked],
  ['SQLITE_LOCKED', ErrorCode.DbLocked],
  ['SQLITE_PROTOCOL', ErrorCode.DbLocked],
  ['SQLITE_FULL', ErrorCode.DiskFull],
  ['SQLITE_READONLY', ErrorCode.DiskReadOnly],
  ['SQLITE_CANTOPEN', ErrorCode.DiskReadOnly],
  ['SQLITE_PERM', ErrorCode.DiskReadOnly],
  ['SQLITE_IOERR', ErrorCode.DataUnavailable],
]

const BY_SYSTEM_CODE: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: ErrorCode.DiskFull,
  EDQUOT: ErrorCode.DiskFull,
  EROFS: ErrorCode.DiskReadOnly,
  EACCES: ErrorCode.DiskReadOnly,
  EPERM: ErrorCode.DiskReadOnly,
}

/** Says what a failure of the database or its folder means; other errors come back as they are. */
export function fromSqliteError(error: unknown): unknown {
  if (error instanceof Sqlite.SqliteError) {
    const found = BY_PREFIX.find(([prefix]) => error.code.startsWith(prefix))
    // The message of SQLite names tables and columns, never values.
    return new AppError(found?.[1] ?? ErrorCode.Internal, `Database: ${error.message}`, {
      sqlite: error.code,
    })
  }
  const system = systemCodeOf(error)
  const code = system === null ? undefined : BY_SYSTEM_CODE[system]
  return code ? new AppError(code, 'The folder of the database cannot be used', { system }) : error
}

function systemCodeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Runs `work`; what SQLite throws comes out as an AppError with a code. */
export function withSqliteErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw fromSqliteError(error)
  }
}
