import type { TableName } from '../../shared/domain/tables.ts'
import { tableNames, tables } from '../../shared/domain/tables.ts'
import type { Column } from '../../shared/domain/table.ts'
import { shape, toSql } from '../../main/data/db/row-codec.ts'
import type { Connection, SqlValue } from '../../main/data/db/types.ts'
import type { Remote } from '../../main/data/remote/remote.ts'
import { hashRows } from './leg.ts'

/** Rows of one table as the hub sends them: values in the order of `columns`. */
export type TableRows = {
  readonly table: TableName
  readonly columns: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}
export type Snapshot = {
  readonly tables: readonly TableRows[]
  readonly asOf: number
  readonly rowCount: number
}

/** Takes the whole snapshot into memory; customers that are sent ahead count once. */
export async function takeSnapshot(remote: Remote): Promise<Snapshot> {
  const found = new Map<TableName, { columns: readonly string[]; rows: Map<string, readonly unknown[]> }>()
  let position: string | null = null
  let asOf = 0
  do {
    const answer = await remote.snapshot({ position, since: null })
    if (!answer.ok) throw new Error(`The snapshot failed: ${answer.failure.kind}`)
    const { head, rows } = answer.value
    const table = head.table as TableName
    const known = found.get(table) ?? { columns: head.columns, rows: new Map<string, readonly unknown[]>() }
    found.set(table, known)
    const idAt = head.columns.indexOf('id')
    for (const row of rows) known.rows.set(String(row[idAt]), row)
    position = head.next
    asOf = head.asOf
  } while (position !== null)
  const all = tableNames.flatMap(table => {
    const known = found.get(table)
    // In the order of ids, as the hub sends a table.
    return known
      ? [{ table, columns: known.columns, rows: [...known.rows].toSorted(byId).map(([, row]) => row) }]
      : []
  })
  return { tables: all, asOf, rowCount: all.reduce((sum, { rows }) => sum + rows.length, 0) }
}

const byId = ([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number =>
  left < right ? -1 : left > right ? 1 : 0

export type BoundRows = { readonly table: TableName; readonly rows: readonly SqlValue[][] }

/** The rows as SQLite binds them, ready to insert: whole columns of the registry, extra_json, feed_version. */
export function bindable({ tables: parts, asOf }: Snapshot): readonly BoundRows[] {
  return parts.map(({ table, columns, rows }) => {
    const places = shape(table).columns.map(column => ({ column, from: columns.indexOf(column.key) }))
    return {
      table,
      rows: rows.map(row => [...places.map(({ column, from }) => toSql(column, row[from])), null, asOf]),
    }
  })
}

const LONG = 64
const shortened = (value: unknown): unknown =>
  typeof value === 'string' && value.length > LONG ? `${value.length}:${value.slice(0, LONG / 2)}` : value

/** Columns a leg is told apart by: everything that is a text or a number. */
export function keyColumns(table: TableName): readonly string[] {
  const columns: Readonly<Record<string, Column>> = tables[table].columns
  return Object.keys(columns).filter(key => columns[key]?.kind === 'text' || columns[key]?.kind === 'integer')
}

/** Hash over rows by table, whatever store they were read from. */
export function hashTables(rowsOf: (table: TableName) => Iterable<readonly unknown[]>): {
  hash: string
  rows: number
} {
  let rows = 0
  function* all(): Generator<readonly unknown[]> {
    for (const table of tableNames) {
      for (const row of rowsOf(table)) {
        rows += 1
        yield [table, ...row.map(shortened)]
      }
    }
  }
  const hash = hashRows(all())
  return { hash, rows }
}

/** Reads every row back. */
export function hashDatabase({ handle }: Connection): { hash: string; rows: number } {
  return hashTables(table => {
    const { name, byKey } = shape(table)
    const list = keyColumns(table).map(key => byKey.get(key)?.name ?? key)
    return handle
      .prepare(`SELECT ${list.join(', ')} FROM ${name}`)
      .raw(true)
      .iterate() as Iterable<unknown[]>
  })
}
