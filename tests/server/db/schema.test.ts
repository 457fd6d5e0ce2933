import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { columnName, sqlTableName } from '../../../shared/domain/table.ts'
import type { Column } from '../../../shared/domain/table.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { silentLog } from '../../../shared/log.ts'
import { migrate } from '../../../server/db/migrate.ts'
import { migrations } from '../../../server/db/migrations/index.ts'
import { openClient } from '../../../server/db/pool.ts'
import { indexedColumns } from '../../../shared/mutations/look-ups.ts'
import type { TestHub } from '../../support/hub-db.ts'
import { createDatabase, openTestHub } from '../../support/hub-db.ts'

let hub: TestHub
beforeAll(async () => {
  hub = await openTestHub()
})
afterAll(() => hub.close())

const TYPES: Record<Column['kind'], string> = {
  text: 'text',
  integer: 'bigint',
  real: 'double precision',
  flag: 'boolean',
  json: 'jsonb',
}

test('every table of the registry has exactly its columns, with their types and nullability', async () => {
  const { rows } = await hub.database.owner.query<{
    table: string
    column: string
    type: string
    nullable: boolean
  }>(
    `SELECT table_name AS "table", column_name AS "column", data_type AS type, is_nullable = 'YES' AS nullable
     FROM information_schema.columns WHERE table_schema = 'tandem' AND column_name <> 'workspace_id'`,
  )
  const found = Map.groupBy(rows, row => row.table)
  for (const name of tableNames) {
    const declared = Object.entries<Column>(tables[name].columns).map(([key, column]) => ({
      column: columnName(key, column),
      type: TYPES[column.kind],
      nullable: column.nullable,
    }))
    const stored = (found.get(sqlTableName(name)) ?? []).map(({ column, type, nullable }) => ({
      column,
      type,
      nullable,
    }))
    const order = (a: { column: string }, b: { column: string }): number => (a.column < b.column ? -1 : 1)
    expect({ name, columns: stored.toSorted(order) }).toEqual({ name, columns: declared.toSorted(order) })
  }
})

test('every column a mutation may look rows up by has an index behind the workspace', async () => {
  const { rows } = await hub.database.owner.query<{ table: string; column: string }>(
    `SELECT c.relname AS "table", a.attname AS "column" FROM pg_index i
     JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[1]
     WHERE c.relnamespace = 'tandem'::regnamespace`,
  )
  const indexed = new Set(rows.map(({ table, column }) => `${table}.${column}`))
  const missing = tableNames.flatMap(name =>
    indexedColumns(name).flatMap(key => {
      const column: Column | undefined = (tables[name].columns as Record<string, Column>)[key]
      const sql = column ? `${sqlTableName(name)}.${columnName(key, column)}` : `${name}.${key} is no column`
      return indexed.has(sql) ? [] : [sql]
    }),
  )
  expect(missing).toEqual([])
})

test('migrations are numbered by tens, run once, and may be started by several hubs at once', async () => {
  const versions = migrations.map(step => step.version)
  expect(versions.every(version => version % 10 === 0)).toBe(true)
  expect([...new Set(versions)].toSorted((a, b) => a - b)).toEqual(versions)
  const url = await createDatabase(inject('postgresUrl'), 'empty')
  const clients = await Promise.all([1, 2, 3].map(() => openClient(url, silentLog)))
  const runs = await Promise.all(clients.map(client => migrate(client)))
  expect(runs.flat().toSorted((a, b) => a - b)).toEqual(migrations.map(step => step.version))
  await Promise.all(clients.map(client => client.end()))
})

test('a step that fails leaves the database as it was, and a newer database is refused', async () => {
  const url = await createDatabase(inject('postgresUrl'), 'empty')
  const client = await openClient(url, silentLog)
  const broken = { version: 5, name: 'broken', sql: 'CREATE TABLE tandem.half (id text); SELECT 1 / 0' }
  await expect(migrate(client, [broken])).rejects.toMatchObject({ code: '22012' })
  expect((await client.query(`SELECT to_regclass('tandem.half') AS half`)).rows).toEqual([{ half: null }])
  await migrate(client, [{ version: 9990, name: 'from the future', sql: 'SELECT 1' }])
  await expect(migrate(client)).rejects.toMatchObject({ code: 'db-from-future' })
  await client.end()
})
