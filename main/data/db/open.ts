import { existsSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { Connection, ReadableDb } from './types.ts'
import { withSqliteErrors } from './sqlite-error.ts'

export type OpenOptions = {
  /** Path of the file, or ':memory:' in tests. */
  readonly path: string
  /** 32 bytes, hex. */
  readonly key: string
}

const KEY = /^[0-9a-f]{64}$/
const BUSY_TIMEOUT_MS = 5_000
/**
 * Kibibytes of pages kept in memory, as SQLite wants them: negative. Filling an empty file gains from many, because every
 * index is touched all the time; a day's work does not, and there each connection would keep them for good.
 */
const CACHE_KIB = { filling: -64_000, working: -24_000 }
/** Pages of WAL before a commit copies them back: rarely, so that a save hardly meets it and a fill copies each page once. */
const CHECKPOINT_PAGES = 4_000

/**
 * AEGIS is authenticated and about as fast as no encryption; the key is used as it is, without a derivation.
 * Answers whether the file is still empty.
 */
function unlock(handle: Sqlite.Database, { key }: OpenOptions): { readonly isEmpty: boolean } {
  refuseNoKey(key)
  handle.pragma(`cipher = 'aegis'`)
  handle.pragma(`key = 'raw:${key}'`)
  // The first read is where a wrong key shows.
  return { isEmpty: handle.pragma('schema_version', { simple: true }) === 0 }
}

/**
 * Opens the file for reading; it must exist. Nothing of it changes, but what a crash left half done is put back.
 * Throws `db-key-wrong`, `db-corrupt`, `db-locked`, `disk-read-only`.
 */
export function openReader(options: OpenOptions): ReadableDb {
  return withSqliteErrors(() => {
    if (existsSync(`${options.path}-journal`)) rollBack(options)
    const handle = new Sqlite(options.path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    return prepared(handle, () => {
      unlock(handle, options)
      handle.pragma(`cache_size = ${CACHE_KIB.working}`)
      handle.pragma('temp_store = MEMORY')
    }) as ReadableDb
  })
}

const UNREADABLE = ['SQLITE_NOTADB', 'SQLITE_CORRUPT']

/**
 * Outside of WAL a crash leaves a journal beside the file, and whoever only reads cannot put the old pages back. With
 * another key that fails in the middle and is begun again with the right one.
 */
function rollBack(options: OpenOptions): void {
  const handle = new Sqlite(options.path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  try {
    unlock(handle, options)
  } catch (error) {
    const code = error instanceof Sqlite.SqliteError ? error.code : ''
    if (!UNREADABLE.some(prefix => code.startsWith(prefix))) throw error
    throw new AppError(ErrorCode.DbKeyWrong, 'What a crash left half done cannot be put back with this key')
  } finally {
    handle.close()
  }
}

/**
 * Opens the file for writing and makes it when it is not there. Durable from the first commit.
 * Throws as `openReader` does, and `disk-full`.
 */
export function openWriter(options: OpenOptions): Connection {
  return withSqliteErrors(() => {
    const handle = new Sqlite(options.path, { timeout: BUSY_TIMEOUT_MS })
    return prepared(handle, () => {
      const { isEmpty } = unlock(handle, options)
      handle.pragma('journal_mode = WAL')
      refuseReadOnly(handle)
      handle.pragma('synchronous = FULL')
      handle.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
      handle.pragma('secure_delete = ON')
      handle.pragma('foreign_keys = ON')
      handle.pragma('temp_store = MEMORY')
      handle.pragma(`cache_size = ${isEmpty ? CACHE_KIB.filling : CACHE_KIB.working}`)
    })
  })
}

/**
 * Opens a copy that nobody else knows and that can be made again: no journal, no waiting for the disk. What is in it after
 * a crash is worth nothing.
 */
export function openCopy(options: OpenOptions): Connection {
  return withSqliteErrors(() => {
    const handle = new Sqlite(options.path, { fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
    return prepared(handle, () => {
      unlock(handle, options)
      handle.pragma('journal_mode = OFF')
      handle.pragma('synchronous = OFF')
      handle.pragma('locking_mode = EXCLUSIVE')
      handle.pragma(`cache_size = ${CACHE_KIB.working}`)
    })
  })
}

/**
 * Writes every page of a copy anew under another key, and says in it that it is opened in WAL mode: no later opening has
 * to change that under a journal. Throws `db-key-wrong` for what is no key.
 */
export function setKey({ handle }: Connection, key: string): void {
  refuseNoKey(key)
  withSqliteErrors(() => {
    handle.pragma(`rekey = 'raw:${key}'`)
    handle.pragma('journal_mode = WAL')
  })
}

function refuseNoKey(key: string): void {
  if (!KEY.test(key))
    throw new AppError(ErrorCode.DbKeyWrong, 'The key of the database is not 32 bytes in hex')
}

/** SQLite is content with a file it may only read, and would stay so after the disk can be written again. */
function refuseReadOnly(handle: Sqlite.Database): void {
  // At once for writing: a read that becomes a write does not wait for whoever else writes.
  handle.exec('BEGIN IMMEDIATE')
  try {
    handle.pragma(`user_version = ${Number(handle.pragma('user_version', { simple: true }))}`)
  } finally {
    if (handle.inTransaction) handle.exec('ROLLBACK')
  }
}

/** A connection whose set-up failed is closed, so that the file is not held by nobody. */
function prepared(handle: Sqlite.Database, setUp: () => void): Connection {
  try {
    setUp()
  } catch (error) {
    handle.close()
    throw error
  }
  return { handle, statements: new Map() }
}

/** Closes; the last connection to close moves the WAL back into the file. */
export function close(db: Connection): void {
  db.statements.clear()
  db.handle.close()
}
