import { AppError, ErrorCode } from '../../../shared/errors.ts'
import type { WireRow } from '../../../shared/domain/codec.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { assertIndexed } from '../../../shared/mutations/look-ups.ts'
import type { ManyRead } from '../../../shared/mutations/look-ups.ts'
import { FORMER_EPOCH_VERSION, LOCAL_VERSION } from '../sync/store.ts'
import type { OlderPage, OlderQuery, RowKey, RowStore, StoredRow } from '../sync/store.ts'
import type { Connection, SqlValue } from './types.ts'
import { all, get, run, statement } from './statement.ts'
import { extraJson, shape, toSql, wireFromValues } from './row-codec.ts'
import type { TableShape } from './row-codec.ts'
import { noteOwners, noteOwnersOf, ownerColumns } from './touched.ts'
import { inTransaction, noteChange, noteManyChanged } from './write.ts'
import type { Database } from './write.ts'
import { groupColumnOf, groupTables } from './group-tables.ts'
import { fillPart } from './store-fill.ts'
import { removeGroups, removeHeads, removeMany } from './store-leaving.ts'
import { searchedColumns } from './store-search.ts'
import type { SearchIndex } from './store-search.ts'

function upsertSql({ name, columns }: TableShape): string {
  const names = [...columns.map(column => column.name), 'extra_json', 'feed_version']
  const updates = names.filter(column => column !== 'id').map(column => `${column} = excluded.${column}`)
  return `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`
}
const columnNames = new Map(
  tableNames.map(table => [
    table,
    [...shape(table).columns.map(column => column.name), 'extra_json', 'feed_version'],
  ]),
)
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

/** More columns than these are written as a whole row: few statements are kept, however rows differ. */
const FEW_COLUMNS = 6

/**
 * Places in a row's values where they differ from what stands there; null when no row stands there. An UPDATE writes every
 * index one of its columns is in, whether the value is another one or not: what is the same is left alone.
 */
function changedColumns(
  db: Connection,
  table: TableName,
  values: readonly SqlValue[],
): readonly number[] | null {
  const idAt = shape(table).columns.findIndex(column => column.key === 'id')
  const { name, selectList } = shape(table)
  const found = statement(db, `SELECT ${selectList} FROM ${name} WHERE id = ?`)
    .raw(true)
    .get(values[idAt] ?? null)
  if (!found) return null
  const before = found as SqlValue[]
  return values.flatMap((value, at) => (value === before[at] ? [] : [at]))
}

/** Where the columns stand, among a row's values, that say whose it is, and those whose words are searched. */
const placesOf = (columnsOf: (table: TableName) => readonly string[]): ReadonlyMap<TableName, Set<number>> =>
  new Map(
    tableNames.map(table => [
      table,
      new Set(columnsOf(table).map(name => columnNames.get(table)?.indexOf(name) ?? NaN)),
    ]),
  )
const places = {
  owners: placesOf(table => ownerColumns(table).map(({ column }) => column)),
  words: placesOf(table => searchedColumns(table) ?? []),
}
const isAmong = (some: Set<number> | undefined, changed: readonly number[]): boolean =>
  changed.some(at => some?.has(at))

type Written = {
  readonly id: string
  readonly values: readonly SqlValue[]
  readonly changed: readonly number[] | null
}

function writeRow(
  tx: Connection,
  table: TableName,
  { id, values, changed }: Written,
): { readonly lastInsertRowid: number | bigint } {
  if (!changed || changed.length > FEW_COLUMNS)
    return statement(tx, upserts.get(table) ?? '').run([...values])
  const { name } = shape(table)
  const names = columnNames.get(table) ?? []
  const sets = changed.map(at => `${names[at] ?? ''} = ?`).join(', ')
  return statement(tx, `UPDATE ${name} SET ${sets} WHERE id = ?`).run([
    ...changed.map(at => values[at] ?? null),
    id,
  ])
}

function putRow(
  database: Database,
  search: SearchIndex,
  { table, row, version }: StoredRow & { table: TableName },
): void {
  const tx = inTransaction(database)
  const id = String(row['id'])
  const values = valuesOf(table, row, version)
  const changed = changedColumns(tx, table, values)
  if (changed?.length === 0) return
  // A new row has no former owner, and most changes leave owner and words as they were.
  if (changed && isAmong(places.owners.get(table), changed)) noteOwners(database, table, id)
  const covered = search.covers(table) && (!changed || isAmong(places.words.get(table), changed))
  const replaced = covered ? search.before(table, id) : null
  const { lastInsertRowid } = writeRow(tx, table, { id, values, changed })
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

/** Rows looked at in one go: about two milliseconds. */
const LOOKED_AT = 2_000

function olderThan(db: Connection, { table, version, after, limit }: OlderQuery): OlderPage {
  const sql = `SELECT id, feed_version FROM ${shape(table).name} WHERE id > ? ORDER BY id LIMIT ${LOOKED_AT}`
  const ids: string[] = []
  let last = after
  let looked = 0
  for (const values of statement(db, sql).raw(true).iterate(after)) {
    const [id, known] = values as [string, number]
    last = id
    looked += 1
    if (known < version && known !== LOCAL_VERSION) ids.push(id)
    if (ids.length === limit) return { ids, next: last }
  }
  return { ids, next: looked === LOOKED_AT ? last : null }
}

function lower(
  database: Database,
  { table, version, after }: Pick<OlderQuery, 'table' | 'version' | 'after'>,
): string | null {
  const db = inTransaction(database)
  const { name } = shape(table)
  const last = get<{ id: string }>(db, `SELECT id FROM ${name} WHERE id > ? ORDER BY id LIMIT 1 OFFSET ?`, [
    after,
    LOOKED_AT - 1,
  ])
  const upTo = last ? 'AND id <= ?' : ''
  run(db, `UPDATE ${name} SET feed_version = ? WHERE id > ? AND feed_version = ? ${upTo}`, [
    version - 1,
    after,
    version,
    ...(last ? [last.id] : []),
  ])
  return last?.id ?? null
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
    const sql = `SELECT id FROM ${shape(table).name} WHERE ${groupColumnOf(table) ?? ''} = ?`
    for (const { id } of all<{ id: string }>(db, sql, [customerId])) keys.push({ table, id })
  }
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
    removeMany: (table, ids) => removeMany(database, search, { table, ids }),
    removeGroups: customerIds => removeGroups(database, search, customerIds),
    removeHeads: customerIds => removeHeads(database, search, customerIds),
    ofGroup: customerId => ofGroup(db, customerId),
    olderThan: query => olderThan(db, query),
    lower: query => lower(database, query),
    forgetVersions: () => forgetVersions(database),
    fill: part => {
      fillPart(inTransaction(database), search, part)
      for (const table of [part.table, 'ofTicket', 'ofCustomer'] as const) noteManyChanged(database, table)
    },
  }
}
