import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { columnName, sqlTableName } from '../../../shared/domain/table.ts'
import type { Column } from '../../../shared/domain/table.ts'
import { copyPath, migrate, refuseFromFuture, schemaVersion } from '../../../main/data/db/migrate.ts'
import type { Migration } from '../../../main/data/db/migration.ts'
import { migrations } from '../../../main/data/db/migrations/index.ts'
import { close, openReader, openWriter } from '../../../main/data/db/open.ts'
import type { Connection } from '../../../main/data/db/types.ts'
import { TEST_KEY } from '../../support/laptop-database.ts'

let folder: string
let path: string
const open: Connection[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-schema-'))
  path = join(folder, 'tandem.db')
})
afterEach(() => {
  for (const db of open.splice(0)) close(db)
  rmSync(folder, { recursive: true, force: true })
})

function writer(at = path): Connection {
  const db = openWriter({ path: at, key: TEST_KEY })
  open.push(db)
  return db
}
function done(db: Connection): void {
  open.splice(open.indexOf(db), 1)
  close(db)
}

/** What the database says about itself, without the tables FTS5 keeps for itself. */
function schemaOf(db: Connection): string {
  const rows = db.handle
    .prepare(
      `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search\\_%\\_%' ESCAPE '\\' ORDER BY type, name`,
    )
    .pluck()
    .all() as string[]
  return `${rows
    .map(sql =>
      sql
        .replace(/^ {4}/gm, '')
        .replace(/\/\*[\s\S]*?\*\/\s*/g, '')
        .trim(),
    )
    .join(';\n\n')};\n`
}

test('the schema is the one that was reviewed (tests/data/db/schema.golden.sql)', () => {
  const db = writer()
  migrate(db, path)
  const golden = join(import.meta.dirname, 'schema.golden.sql')
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, schemaOf(db))
  expect(schemaOf(db)).toBe(readFileSync(golden, 'utf8'))
})

const SQL_TYPES = { text: 'TEXT', integer: 'INTEGER', real: 'REAL', flag: 'INTEGER', json: 'TEXT' } as const

test.each(tableNames)('the columns of %s are those of the registry', table => {
  const db = writer()
  migrate(db, path)
  const found = db.handle.pragma(`table_info(${sqlTableName(table)})`) as {
    name: string
    type: string
    notnull: number
  }[]
  const own = new Set(['local_id', 'feed_version', 'extra_json'])
  expect([...own].every(name => found.some(column => column.name === name))).toBe(true)
  const columns = Object.entries(tables[table].columns as Readonly<Record<string, Column>>)
  const expected = columns.map(([key, column]) => ({
    name: columnName(key, column),
    type: SQL_TYPES[column.kind],
    notnull: column.nullable ? 0 : 1,
  }))
  const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1)
  expect(
    found
      .filter(column => !own.has(column.name))
      .map(({ name, type, notnull }) => ({ name, type, notnull }))
      .toSorted(byName),
  ).toEqual(expected.toSorted(byName))
})

test('steps are numbered by tens, upwards', () => {
  const versions = migrations.map(step => step.version)
  expect(versions.every(version => version % 10 === 0)).toBe(true)
  expect(versions).toEqual(versions.toSorted((a, b) => a - b))
  expect(new Set(versions).size).toBe(versions.length)
})

describe.each(migrations.map((step, index) => ({ step: step.version, index })))('step $step', ({ index }) => {
  test('leads a database from before it to the same schema as a fresh one', () => {
    const fresh = writer(join(folder, 'fresh.db'))
    migrate(fresh, join(folder, 'fresh.db'))
    const db = writer()
    migrate(db, path, migrations.slice(0, index))
    const before = schemaVersion(db)
    migrate(db, path)
    expect(schemaOf(db)).toBe(schemaOf(fresh))
    expect(existsSync(copyPath(path, before))).toBe(before > 0)
  })
})

const broken: Migration = {
  version: 990,
  name: 'broken',
  sql: 'CREATE TABLE extra (a TEXT) STRICT; INSERT INTO nowhere VALUES (1);',
}

test('a step that fails leaves the file as after the step before, and the copy is there', () => {
  const db = writer()
  migrate(db, path)
  const before = schemaOf(db)
  const version = schemaVersion(db)
  expect(() => migrate(db, path, [...migrations, broken])).toThrow(
    expect.objectContaining({ code: 'internal' }),
  )
  expect(schemaOf(db)).toBe(before)
  expect(schemaVersion(db)).toBe(version)
  const copy = openReader({ path: copyPath(path, version), key: TEST_KEY })
  open.push(copy)
  expect(schemaOf(copy)).toBe(before)
})

test('a file from a newer app is refused and not one byte of it changes', () => {
  const db = writer()
  migrate(db, path)
  db.handle.pragma('user_version = 9990')
  done(db)
  const kept = join(folder, 'kept')
  copyFileSync(path, kept)
  expect(() => refuseFromFuture({ path, key: TEST_KEY })).toThrow(
    expect.objectContaining({
      code: 'db-from-future',
      details: { version: 9990, known: migrations.at(-1)?.version },
    }),
  )
  expect(readFileSync(path).equals(readFileSync(kept))).toBe(true)
  // A look at a file in WAL mode may leave an empty WAL beside it, never a frame.
  expect(existsSync(`${path}-wal`) ? readFileSync(`${path}-wal`).length : 0).toBe(0)
})
