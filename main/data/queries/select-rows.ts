import { toDomain } from '../../../shared/domain/codec.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { Row, TableName } from '../../../shared/domain/tables.ts'
import type { ReadableDb, SqlValue } from '../db/types.ts'
import { allValues } from '../db/statement.ts'
import { shape, wireFromValues } from '../db/row-codec.ts'

const selects = new Map(
  tableNames.map(table => {
    const { name, columns } = shape(table)
    return [table, `SELECT ${columns.map(column => `${name}.${column.name}`).join(', ')} FROM ${name}`]
  }),
)

/** Whole rows of one table as the rules see them. `tail` is the statement behind FROM, a constant of the caller. */
export function selectRows<Name extends TableName>(
  db: ReadableDb,
  table: Name,
  { tail, params }: { readonly tail: string; readonly params: readonly SqlValue[] },
): readonly Row<Name>[] {
  const found = allValues(db, `${selects.get(table) ?? ''} ${tail}`, params)
  return found.map(values => toDomain(table, wireFromValues(table, values)))
}

export function selectRow<Name extends TableName>(
  db: ReadableDb,
  table: Name,
  by: { readonly tail: string; readonly params: readonly SqlValue[] },
): Row<Name> | null {
  return selectRows(db, table, by)[0] ?? null
}
