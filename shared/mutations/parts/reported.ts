import type { Row, TableName } from '../../domain/tables.ts'
import { insert, remove } from '../define.ts'
import type { Change } from '../define.ts'
import { patchChanged } from './changes.ts'

/** Whether what a system says is older than what it said before: then it changes nothing. */
export const isStale = (known: { readonly reportedAtMs: number | null } | null, saidAtMs: number): boolean =>
  known !== null && known.reportedAtMs !== null && known.reportedAtMs > saidAtMs

/** The row as it is said to be: written where there is none, changed where it differs. */
export function put<Name extends TableName>(
  table: Name,
  known: Row<Name> | null,
  row: Row<Name>,
): readonly Change[] {
  return known === null ? [insert(table, row)] : patchChanged(table, known, row)
}

/** The parts of something as they are said to be: what is not named any more goes. */
export function putParts<Name extends 'orderLines' | 'charges'>(
  table: Name,
  known: readonly Row<Name>[],
  rows: readonly Row<Name>[],
): readonly Change[] {
  const before = new Map(known.map(row => [row.id, row]))
  const named = new Set(rows.map(({ id }) => id))
  return [
    ...rows.flatMap(row => put(table, before.get(row.id) ?? null, row)),
    ...known.flatMap(({ id }) => (named.has(id) ? [] : [remove(table, id)])),
  ]
}
