import type { AnyRow, Row, TableName } from './tables.ts'
import { tables } from './tables.ts'
import type { Column, Table } from './table.ts'
import { AppError, ErrorCode } from '../errors.ts'

/** A row as it travels: camelCase keys, plain JSON values. May hold keys and enum values of a newer hub. */
export type WireRow = Readonly<Record<string, unknown>>

export const tableOf = (name: TableName): Table => tables[name]

/** Whether a value is one of this column: its kind, or null where it may be. */
export function isOfColumn({ kind, nullable }: Pick<Column, 'kind' | 'nullable'>, value: unknown): boolean {
  if (value === null) return nullable
  switch (kind) {
    case 'text':
      return typeof value === 'string'
    case 'integer':
      return Number.isSafeInteger(value)
    case 'real':
      return Number.isFinite(value)
    case 'flag':
      return typeof value === 'boolean'
    case 'json':
      return value !== undefined
  }
}

/**
 * Checks a row that came over the wire, tolerantly: keys this version does not know go to `extra`, unknown enum
 * values pass. Cheap enough for a first fill: types only, no schema runs.
 * Throws `bad-answer` when a known column is missing or of another type.
 */
export function splitWireRow(
  name: TableName,
  raw: WireRow,
): { readonly row: WireRow; readonly extra: WireRow | null } {
  const { columns } = tableOf(name)
  let extra: Record<string, unknown> | null = null
  for (const key in raw) {
    if (Object.hasOwn(columns, key)) continue
    extra ??= {}
    extra[key] = raw[key]
  }
  for (const key in columns) {
    const column = columns[key]
    if (column && !isOfColumn(column, raw[key])) {
      throw new AppError(ErrorCode.BadAnswer, 'A row does not fit its table', { table: name, column: key })
    }
  }
  return { row: raw, extra }
}

/** Row as the rules see it: unknown enum values become 'other', unknown keys are left out. The input is complete. */
export function toDomain<Name extends TableName>(name: Name, raw: WireRow): Row<Name> {
  const { columns } = tableOf(name)
  const row: Record<string, unknown> = {}
  for (const key in columns) {
    const value = raw[key]
    const known = columns[key]?.oneOf ?? null
    row[key] = known && typeof value === 'string' && !known.includes(value) ? 'other' : value
  }
  return row as Row<Name>
}

/** Group of a row: the customer it belongs to, or null for workspace and private rows. */
export function groupOf(name: TableName, row: AnyRow): string | null {
  const { groupColumn } = tableOf(name)
  if (groupColumn === null) return null
  const group = row[groupColumn]
  return typeof group === 'string' ? group : null
}
