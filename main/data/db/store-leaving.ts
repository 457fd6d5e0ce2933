import type { WireRow } from '../../../shared/domain/codec.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { groupColumnOf, groupTables } from './group-tables.ts'
import { shape, fromSql } from './row-codec.ts'
import { allValues } from './statement.ts'
import { searchedColumns } from './store-search.ts'
import type { SearchIndex } from './store-search.ts'
import { ownerColumns } from './touched.ts'
import type { SqlValue } from './types.ts'
import { inTransaction, noteChange } from './write.ts'
import type { Database } from './write.ts'

/**
 * Rows that leave together go with one statement a table. It answers what has to be known of each: its id, whose it was,
 * and, where its words are searched, the words.
 */
type Leaving = { readonly byIds: string; readonly byGroups: string | null }

function leavingOf(table: TableName): Leaving {
  const { name } = shape(table)
  const owners = ownerColumns(table).map(({ column }) => column)
  const searched = searchedColumns(table)
  const answer = ['id', ...owners, ...(searched ? ['local_id', ...searched] : [])].join(', ')
  const sql = (column: string): string =>
    `DELETE FROM ${name} WHERE ${column} IN (SELECT value FROM json_each(?)) RETURNING ${answer}`
  const group = groupColumnOf(table)
  return { byIds: sql('id'), byGroups: group && sql(group) }
}
const leaving = new Map(tableNames.map(table => [table, leavingOf(table)]))

function noteGone(database: Database, table: TableName, values: readonly SqlValue[]): void {
  noteChange(database, table, String(values[0]))
  for (const [index, { as }] of ownerColumns(table).entries()) {
    const owner = values[index + 1]
    if (typeof owner === 'string') noteChange(database, as, owner)
  }
}

function fieldsFrom(table: TableName, values: readonly SqlValue[]): WireRow {
  const byName = new Map(shape(table).columns.map(column => [column.name, column]))
  const pairs = (searchedColumns(table) ?? []).flatMap((name, index) => {
    const column = byName.get(name)
    return column ? [[column.key, fromSql(column, values[index] ?? null)] as const] : []
  })
  return Object.fromEntries(pairs)
}

type Gone = { readonly table: TableName; readonly sql: string; readonly ids: readonly string[] }

function takeAway(database: Database, search: SearchIndex, { table, sql, ids }: Gone): void {
  const found = allValues(inTransaction(database), sql, [JSON.stringify(ids)])
  if (found.length === 0) return
  for (const values of found) noteGone(database, table, values)
  if (!search.covers(table)) return
  const at = 1 + ownerColumns(table).length
  search.forgetMany(
    table,
    found.map(values => ({ localId: Number(values[at]), fields: fieldsFrom(table, values.slice(at + 1)) })),
  )
}

export function removeMany(
  database: Database,
  search: SearchIndex,
  { table, ids }: { readonly table: TableName; readonly ids: readonly string[] },
): void {
  if (ids.length > 0) takeAway(database, search, { table, sql: leaving.get(table)?.byIds ?? '', ids })
}

/** Every row of these customers, or those of some tables. */
export function removeGroups(
  database: Database,
  search: SearchIndex,
  {
    customerIds,
    tables = groupTables,
  }: { readonly customerIds: readonly string[]; readonly tables?: readonly TableName[] },
): void {
  if (customerIds.length === 0) return
  search.customersLeave(customerIds.length)
  for (const table of tables) {
    const sql = leaving.get(table)?.byGroups
    if (sql) takeAway(database, search, { table, sql, ids: customerIds })
  }
}
