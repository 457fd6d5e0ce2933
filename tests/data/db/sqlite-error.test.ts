import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { fromSqliteError } from '../../../main/data/db/sqlite-error.ts'
import { openWriter } from '../../../main/data/db/open.ts'
import { write } from '../../../main/data/db/write.ts'
import { openLaptopDatabase, TEST_KEY } from '../../support/laptop-database.ts'

test.each([
  ['SQLITE_NOTADB', 'db-key-wrong'],
  ['SQLITE_CORRUPT', 'db-corrupt'],
  ['SQLITE_CORRUPT_INDEX', 'db-corrupt'],
  ['SQLITE_IOERR_DATA', 'db-corrupt'],
  ['SQLITE_BUSY', 'db-locked'],
  ['SQLITE_BUSY_SNAPSHOT', 'db-locked'],
  ['SQLITE_LOCKED', 'db-locked'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'disk-read-only'],
  ['SQLITE_READONLY_DBMOVED', 'disk-read-only'],
  ['SQLITE_CANTOPEN', 'disk-read-only'],
  ['SQLITE_IOERR_WRITE', 'data-unavailable'],
  ['SQLITE_CONSTRAINT_UNIQUE', 'internal'],
])('%s is told as %s', (sqlite, code) => {
  expect(fromSqliteError(new Sqlite.SqliteError('text', sqlite))).toMatchObject({ code, details: { sqlite } })
})

test.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EROFS', 'disk-read-only'],
  ['EACCES', 'disk-read-only'],
])('%s of the system is told as %s', (system, code) => {
  expect(fromSqliteError(Object.assign(new Error('text'), { code: system }))).toMatchObject({ code })
})

test('other errors come back as they are', () => {
  const error = new RangeError('ours')
  expect(fromSqliteError(error)).toBe(error)
  expect(fromSqliteError('text')).toBe('text')
})

test('a file that another process writes to is told as locked', () => {
  const laptop = openLaptopDatabase()
  const other = openWriter({ path: laptop.path, key: TEST_KEY })
  other.handle.exec('BEGIN IMMEDIATE')
  laptop.database.db.handle.pragma('busy_timeout = 0')
  expect(() => write(laptop.database, 'durable', () => 1)).toThrow(
    expect.objectContaining({ code: 'db-locked' }),
  )
  other.handle.exec('ROLLBACK')
  expect(write(laptop.database, 'durable', () => 1)).toBe(1)
  other.handle.close()
  laptop.close()
})
