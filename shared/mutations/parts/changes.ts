import type { Row, TableName } from '../../domain/tables.ts'
import { patch } from '../define.ts'
import type { Change, Read } from '../define.ts'

/** Read in place of a row nobody asked for: a valid id that no row ever has. */
export const NO_ROW = '00000000-0000-7000-8000-000000000000'

/** Whether the answer of a read is known without looking: nobody asked for a row. */
export const asksNothing = (read: Read): boolean =>
  read.how === 'many'
    ? Object.values(read.where).includes(NO_ROW)
    : read.how === 'maybe' && read.id === NO_ROW

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Equality of column values: arrays and records by content, whatever the order of keys; databases turn it around. */
export function sameValue(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true
  if (!isRecord(left) || !isRecord(right) || Array.isArray(left) !== Array.isArray(right)) return false
  const keys = Object.keys(left).filter(key => left[key] !== undefined)
  const others = Object.keys(right).filter(key => right[key] !== undefined)
  return keys.length === others.length && keys.every(key => sameValue(left[key], right[key]))
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
