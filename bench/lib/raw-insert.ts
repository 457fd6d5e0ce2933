import { shape } from '../../main/data/db/row-codec.ts'
import type { Connection } from '../../main/data/db/types.ts'
import type { TableName } from '../../shared/domain/tables.ts'
import type { BoundRows } from './rows-in-memory.ts'

const ROWS_PER_TRANSACTION = 2_000

const columnsOf = (table: TableName): readonly string[] => [
  ...shape(table).columns.map(column => column.name),
  'extra_json',
  'feed_version',
]

export function insertSql(table: TableName): string {
  const names = columnsOf(table)
  return `INSERT INTO ${shape(table).name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
}

export function upsertSql(table: TableName): string {
  const updates = columnsOf(table)
    .filter(name => name !== 'id')
    .map(name => `${name} = excluded.${name}`)
  return `${insertSql(table)} ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`
}

/** The floor: prepared statements, rows already bound, nothing looked at. Transactions of 2,000 rows, pages relaxed. */
export function runRaw(
  { handle }: Connection,
  parts: readonly BoundRows[],
  sqlOf: (table: TableName) => string,
): void {
  handle.pragma('synchronous = NORMAL')
  for (const { table, rows } of parts) {
    const insert = handle.prepare(sqlOf(table))
    for (let at = 0; at < rows.length; at += ROWS_PER_TRANSACTION) {
      handle.exec('BEGIN IMMEDIATE')
      const end = Math.min(rows.length, at + ROWS_PER_TRANSACTION)
      for (let index = at; index < end; index += 1) insert.run(rows[index] ?? [])
      handle.exec('COMMIT')
    }
  }
}

/**
 * Takes away the indexes a fill does not need and gives back the statements that make them again. Those a trigger names
 * stay: without them no row could be written.
 */
export function dropIndexes(
  { handle }: Connection,
  willDrop: (sql: readonly string[]) => void = () => {},
): readonly string[] {
  const found = handle
    .prepare(
      `SELECT name, sql FROM sqlite_schema AS one WHERE type = 'index' AND sql IS NOT NULL AND NOT EXISTS (
         SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND instr(sql, one.name) > 0)`,
    )
    .all() as { readonly name: string; readonly sql: string }[]
  const all = found.map(({ sql }) => sql)
  willDrop(all)
  for (const { name } of found) handle.exec(`DROP INDEX ${name}`)
  return all
}
