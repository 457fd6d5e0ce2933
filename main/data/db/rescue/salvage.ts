import type { Connection, SqlValue } from '../types.ts'

// Reads what a damaged file still gives. A broken page makes any step of a query fail, so rows are taken one by one and
// what came before the failure counts.

export type Found = Readonly<Record<string, SqlValue>>
export type Walk<Row> = { readonly rows: readonly Row[]; readonly isWhole: boolean }

/** Rows until the first that cannot be read. */
export function walk<Row = Found>(db: Connection, sql: string): Walk<Row> {
  const rows: Row[] = []
  try {
    for (const row of db.handle.prepare(sql).iterate()) rows.push(row as Row)
    return { rows, isWhole: true }
  } catch {
    return { rows, isWhole: false }
  }
}

/** From both ends: what lies before the first broken page and what lies behind the last. */
export function walkBothWays(db: Connection, { select, key }: { select: string; key: string }): Walk<Found> {
  const forth = walk(db, `${select} ORDER BY ${key}`)
  if (forth.isWhole) return forth
  const back = walk(db, `${select} ORDER BY ${key} DESC`)
  const byKey = new Map([...forth.rows, ...back.rows].map(row => [row[key], row]))
  return { rows: [...byKey.values()], isWhole: false }
}

/** Names of the columns a table has in this file: it may be of an older release. Empty when that cannot be read. */
export const columnsOf = (db: Connection, table: string): readonly string[] =>
  walk<{ name: string }>(db, `SELECT name FROM pragma_table_info('${table}')`).rows.map(({ name }) => name)

/** Rows of a table with the columns that both the file and the caller know. */
export function salvageTable(
  db: Connection,
  {
    table,
    key,
    columns,
  }: { readonly table: string; readonly key: string; readonly columns: readonly string[] },
): Walk<Found> {
  const known = new Set(columnsOf(db, table))
  const shared = columns.filter(column => known.has(column))
  if (!shared.includes(key)) return { rows: [], isWhole: false }
  return walkBothWays(db, { select: `SELECT ${shared.join(', ')} FROM ${table}`, key })
}
