import type { Row, TableName } from '../../domain/tables.ts'
import { patch } from '../define.ts'
import type { Change } from '../define.ts'

/** Read in place of a row nobody asked for: a valid id that no row ever has. */
export const NO_ROW = '00000000-0000-7000-8000-000000000000'

/** Equality of column values; arrays and records by content. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false
  return JSON.stringify(left) === JSON.stringify(right)
}

/** Patch of the fields that differ from the row; nothing when none does, so that a replay changes nothing. */
export function patchChanged<Name extends TableName>(
  table: Name,
  row: Row<Name>,
  fields: Partial<Row<Name>>,
): readonly Change[] {
  const before: Readonly<Record<string, unknown>> = row
  const changed = Object.entries(fields).filter(([key, value]) => !sameValue(before[key], value))
  if (changed.length === 0) return []
  return [patch(table, row.id, Object.fromEntries(changed) as Partial<Row<Name>>)]
}
