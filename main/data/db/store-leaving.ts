import type { WireRow } from '../../../shared/domain/codec.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { groupColumnOf, groupTables } from './group-tables.ts'
import { shape, fromSql } from './row-codec.ts'
import { all, allValues } from './statement.ts'
import { searchedColumns } from './store-search.ts'
import type { SearchIndex } from './store-search.ts'
import { ownerColumns } from './touched.ts'
import type { Connection, SqlValue } from './types.ts'
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

/** Every row of these customers. */
export function removeGroups(database: Database, search: SearchIndex, customerIds: readonly string[]): void {
  if (customerIds.length === 0) return
  search.customersLeave(customerIds.length)
  for (const table of groupTables) {
    const sql = leaving.get(table)?.byGroups
    if (sql) takeAway(database, search, { table, sql, ids: customerIds })
  }
}

/** Threads have more indexes than all else: so many are taken out of them in about ten milliseconds. */
const THREADS_A_STEP = 100
const { byIds: THREADS } = leavingOf('threads')
const { byIds: CUSTOMERS } = leavingOf('customers')

/** These customers and their threads; of many threads some, and then whose they are stays, too. */
export function removeHeads(database: Database, search: SearchIndex, customerIds: readonly string[]): void {
  if (customerIds.length === 0) return
  search.customersLeave(customerIds.length)
  const asked = JSON.stringify(customerIds)
  const { db } = database
  const threads = all<{ id: string }>(db, THREADS_OF, [asked]).map(({ id }) => id)
  takeAway(database, search, { table: 'threads', sql: THREADS, ids: threads })
  const stay = threads.length < THREADS_A_STEP ? null : new Set(idsWithThreads(db, asked))
  const ids = customerIds.filter(id => stay?.has(id) !== true)
  takeAway(database, search, { table: 'customers', sql: CUSTOMERS, ids })
}

const THREADS_OF = `SELECT id FROM threads WHERE customer_id IN (SELECT value FROM json_each(?)) LIMIT ${THREADS_A_STEP}`
const WITH_THREADS = `SELECT value AS id FROM json_each(?) j
  WHERE EXISTS (SELECT 1 FROM threads t WHERE t.customer_id = j.value)`
const idsWithThreads = (db: Connection, asked: string): readonly string[] =>
  all<{ id: string }>(db, WITH_THREADS, [asked]).map(({ id }) => id)
