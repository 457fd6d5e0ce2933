import type { AnyRow } from '../../shared/domain/tables.ts'
import { tables } from '../../shared/domain/tables.ts'
import { keyOf } from './row-book.ts'
import { isUnbounded } from './scope.ts'
import type { Written } from './settle.ts'
import type { FeedChange, FeedRowChange, ScopeRule } from './store.ts'

/** More changes than this between two hints are better pulled. */
export const MOST_IN_A_HINT = 40

type RowRecord = FeedRowChange & { readonly seq: number }

/** What one transaction published, as it stood at its commit: what a reader of the feed behind `fromSeq` would find. */
export type FeedPart = {
  /** The number before its first. */
  readonly fromSeq: number
  readonly toSeq: number
  readonly rule: ScopeRule
  readonly records: readonly RowRecord[]
  /** By `table/id`. */
  readonly rows: ReadonlyMap<string, AnyRow>
}

/** Neither private nor about who sees what. */
const isForEverybody = (change: FeedChange): change is FeedRowChange =>
  change.kind !== 'scope' && change.table !== 'agents' && tables[change.table].scope !== 'agent'

type Published = {
  readonly rule: ScopeRule
  /** In the order they were numbered. */
  readonly changes: readonly FeedChange[]
  readonly lastSeq: number
  readonly written: Iterable<Written>
}

/**
 * Changes that can be told without reading them again: few, and everybody's where every laptop holds everything. Null
 * for all others: whom they are for is in the database.
 */
export function partOf({ rule, changes, lastSeq, written }: Published): FeedPart | null {
  const isFew = changes.length > 0 && changes.length <= MOST_IN_A_HINT
  if (!isFew || !isUnbounded(rule) || !changes.every(isForEverybody)) return null
  const fromSeq = lastSeq - changes.length
  const records = changes.map((change, index) => ({ ...change, seq: fromSeq + 1 + index }))
  const rows = new Map<string, AnyRow>()
  for (const { ref, row } of written) if (row) rows.set(keyOf(ref), row)
  return { fromSeq, toSeq: lastSeq, rule, records, rows }
}

/**
 * Parts that follow each other without a gap from one number to another, as one; null when something between them was
 * published elsewhere, or they are too many. As in the feed a row has one entry, at its newest number.
 */
export function joinParts(
  parts: readonly FeedPart[],
  { fromSeq, toSeq }: Pick<FeedPart, 'fromSeq' | 'toSeq'>,
): FeedPart | null {
  let at = fromSeq
  let newest: FeedPart | null = null
  const records = new Map<string, RowRecord>()
  const rows = new Map<string, AnyRow>()
  for (const part of parts.toSorted((a, b) => a.fromSeq - b.fromSeq)) {
    if (part.toSeq <= at) continue
    if (part.fromSeq !== at) return null
    for (const record of part.records) {
      const key = keyOf({ table: record.table, id: record.rowId })
      records.delete(key)
      records.set(key, record)
    }
    for (const [key, row] of part.rows) rows.set(key, row)
    at = part.toSeq
    newest = part
  }
  if (!newest || at !== toSeq || records.size > MOST_IN_A_HINT) return null
  return { fromSeq, toSeq, rule: newest.rule, records: [...records.values()], rows }
}
