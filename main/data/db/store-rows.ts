import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { WireRow } from '../../../shared/domain/codec.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { assertIndexed } from '../../../shared/mutations/look-ups.ts'
import type { ManyRead } from '../../../shared/mutations/look-ups.ts'
import { FORMER_EPOCH_VERSION, LOCAL_VERSION } from '../sync/store.ts'
import type { OlderQuery, RowKey, RowStore, StoredRow } from '../sync/store.ts'
import type { Connection, SqlValue } from './types.ts'
import { all, get, run, statement } from './statement.ts'
import { extraJson, shape, toSql, wireFromValues } from './row-codec.ts'
import type { TableShape } from './row-codec.ts'
import { noteOwners, noteOwnersOf } from './touched.ts'
import { inTransaction, noteChange, noteManyChanged } from './write.ts'
import type { Database } from './write.ts'
import { fillPart } from './store-fill.ts'
import type { SearchIndex } from './store-search.ts'

const groupTables = tableNames.filter(table => tables[table].scope === 'customer' && table !== 'customers')

function upsertSql({ name, columns }: TableShape): string {
  const names = [...columns.map(column => column.name), 'extra_json', 'feed_version']
  const updates = names.filter(column => column !== 'id').map(column => `${column} = excluded.${column}`)
  return `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`
}
const upserts = new Map(tableNames.map(table => [table, upsertSql(shape(table))]))

const storedFrom = (table: TableName, values: readonly SqlValue[]): StoredRow => ({
  row: wireFromValues(table, values),
  version: Number(values.at(-1)),
})

const valuesOf = (table: TableName, row: WireRow, version: number): SqlValue[] => [
  ...shape(table).columns.map(column => toSql(column, row[column.key])),
  extraJson(table, row),
  version,
]

export function getRow(db: Connection, table: TableName, id: string): StoredRow | null {
  const { name, selectList } = shape(table)
  const found = statement(db, `SELECT ${selectList} FROM ${name} WHERE id = ?`).raw(true).get(id)
  return found ? storedFrom(table, found as SqlValue[]) : null
}

function getVersion(db: Connection, table: TableName, id: string): number | null {
  const sql = `SELECT feed_version FROM ${shape(table).name} WHERE id = ?`
  return get<{ feed_version: number }>(db, sql, [id])?.feed_version ?? null
}

function manyRows(db: Connection, read: ManyRead): readonly StoredRow[] {
  assertIndexed(read)
  const { table, where, above } = read
  const { name, selectList, byKey } = shape(table)
  const sqlNameOf = (key: string): string => byKey.get(key)?.name ?? key
  const keys = Object.keys(where)
  const conditions = keys.map(key => `${sqlNameOf(key)} = ?`)
  const params: SqlValue[] = keys.map(key => where[key] ?? null)
  if (above) {
    conditions.push(`${sqlNameOf(above.column)} > ?`)
    params.push(above.value)
  }
  const sql = `SELECT ${selectList} FROM ${name} WHERE ${conditions.join(' AND ')} ORDER BY id`
  return statement(db, sql)
    .raw(true)
    .all(params)
    .map(values => storedFrom(table, values as SqlValue[]))
}

type RowPatch = RowKey & { readonly fields: WireRow }

function patchRow(database: Database, search: SearchIndex, { table, id, fields }: RowPatch): void {
  const { name, byKey } = shape(table)
  const keys = Object.keys(fields)
  if (keys.length === 0) return
  const columns = keys.map(key => {
    const column = byKey.get(key)
    if (!column) throw new AppError(ErrorCode.BadRequest, 'No such column', { table, column: key })
    return column
  })
  const tx = inTransaction(database)
  noteOwners(database, table, id)
  const replaced = search.concerns(table, keys) ? search.before(table, id) : null
  const sets = columns.map(column => `${column.name} = ?`).join(', ')
  const values = columns.map(column => toSql(column, fields[column.key]))
  const changed = run(tx, `UPDATE ${name} SET ${sets} WHERE id = ?`, [...values, id])
  if (changed === 0) throw new AppError(ErrorCode.NotHere, 'The row is not here', { table })
  if (replaced) {
    search.update({ table, localId: replaced.localId, row: { ...replaced.fields, ...fields }, replaced })
  }
  noteChange(database, table, id)
  noteOwnersOf(database, table, fields)
}

function putRow(
  database: Database,
  search: SearchIndex,
  { table, row, version }: StoredRow & { table: TableName },
): void {
  const tx = inTransaction(database)
  const id = String(row['id'])
  noteOwners(database, table, id)
  const covered = search.covers(table)
  const replaced = covered ? search.before(table, id) : null
  const { lastInsertRowid } = statement(tx, upserts.get(table) ?? '').run(valuesOf(table, row, version))
  if (covered) search.update({ table, localId: replaced?.localId ?? Number(lastInsertRowid), row, replaced })
  noteChange(database, table, id)
  noteOwnersOf(database, table, row)
}

function removeRow(database: Database, search: SearchIndex, { table, id }: RowKey): void {
  const tx = inTransaction(database)
  noteOwners(database, table, id)
  const replaced = search.covers(table) ? search.before(table, id) : null
  if (replaced) search.forget(table, replaced)
  if (run(tx, `DELETE FROM ${shape(table).name} WHERE id = ?`, [id]) > 0) noteChange(database, table, id)
}

function olderThan(db: Connection, { table, version, after, limit }: OlderQuery): readonly string[] {
  const sql = `SELECT id FROM ${shape(table).name}
    WHERE id > ? AND feed_version < ? AND feed_version <> ${LOCAL_VERSION} ORDER BY id LIMIT ?`
  return all<{ id: string }>(db, sql, [after, version, limit]).map(({ id }) => id)
}

function forgetVersions(database: Database): void {
  const db = inTransaction(database)
  for (const name of [...tableNames.map(table => shape(table).name), 'shadows']) {
    run(db, `UPDATE ${name} SET feed_version = ${FORMER_EPOCH_VERSION} WHERE feed_version > 0`)
  }
}

function ofGroup(db: Connection, customerId: string): readonly RowKey[] {
  const keys: RowKey[] = []
  for (const table of groupTables) {
    const sql = `SELECT id FROM ${shape(table).name} WHERE customer_id = ?`
    for (const { id } of all<{ id: string }>(db, sql, [customerId])) keys.push({ table, id })
  }
  if (get(db, 'SELECT 1 FROM customers WHERE id = ?', [customerId]))
    keys.push({ table: 'customers', id: customerId })
  return keys
}

export function rowStore(database: Database, search: SearchIndex): RowStore {
  const { db } = database
  return {
    get: (table, id) => getRow(db, table, id),
    version: (table, id) => getVersion(db, table, id),
    many: read => manyRows(db, read),
    put: (table, row, version) => putRow(database, search, { table, row, version }),
    patch: (table, id, fields) => patchRow(database, search, { table, id, fields }),
    remove: (table, id) => removeRow(database, search, { table, id }),
    ofGroup: customerId => ofGroup(db, customerId),
    olderThan: query => olderThan(db, query),
    forgetVersions: () => forgetVersions(database),
    fill: part => {
      fillPart(inTransaction(database), search, part)
      for (const table of [part.table, 'ofTicket', 'ofCustomer'] as const) noteManyChanged(database, table)
    },
  }
}
