import type { ChangedRows } from '../../shared/contract/events.ts'

type TableName = keyof ChangedRows
/** More ids than this cost the window more to compare than to read again. */
const MAX_IDS = 500

/** Unites two notices; null (all rows of the table) wins over any list. */
export function mergeChanges(earlier: ChangedRows, later: ChangedRows): ChangedRows {
  const merged: { [Table in TableName]?: readonly string[] | null } = { ...earlier }
  for (const [table, ids] of Object.entries(later) as [TableName, readonly string[] | null][]) {
    merged[table] = table in merged ? uniteIds(merged[table] ?? null, ids) : ids
  }
  return merged
}

function uniteIds(
  some: readonly string[] | null,
  others: readonly string[] | null,
): readonly string[] | null {
  if (some === null || others === null) return null
  const all = [...new Set([...some, ...others])]
  return all.length > MAX_IDS ? null : all
}
