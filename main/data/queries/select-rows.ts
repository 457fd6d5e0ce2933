import type { Row, TableName } from '../../../shared/domain/tables.ts'
import type { ReadableDb, SqlValue } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { rowFromRecord, shape } from '../db/row-codec.ts'

/** Whole rows of one table as the rules see them. `tail` is the statement behind FROM, a constant of the caller. */
export function selectRows<Name extends TableName>(
  db: ReadableDb,
  table: Name,
  { tail, params }: { readonly tail: string; readonly params: readonly SqlValue[] },
): readonly Row<Name>[] {
  const { name, columns } = shape(table)
  const list = columns.map(column => `${name}.${column.name}`).join(', ')
  const records = all<Record<string, unknown>>(db, `SELECT ${list} FROM ${name} ${tail}`, params)
  return records.map(record => rowFromRecord(table, record))
}

export function selectRow<Name extends TableName>(
  db: ReadableDb,
  table: Name,
  by: { readonly tail: string; readonly params: readonly SqlValue[] },
): Row<Name> | null {
  return selectRows(db, table, by)[0] ?? null
}
