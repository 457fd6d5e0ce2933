import type { WireRow } from '../../../shared/domain/codec.ts'
import { indexedColumns } from '../../../shared/mutations/look-ups.ts'
import { isWrite, keyText } from './links.ts'
import { isLookup, lookupId } from './outbox-store.ts'
import type { OutboxEntry } from './outbox-store.ts'
import type { LaptopStore, RowKey } from './store.ts'

/** Pending intents that see a changed row, directly or through each other, and every row they write. */
export type Closure = {
  readonly rows: ReadonlyMap<string, RowKey>
  /** In order of intent. */
  readonly entries: readonly OutboxEntry[]
  readonly has: (mutationId: string) => boolean
}

/** The look-ups that find the row, by the values it has now and by those of its base. */
export function lookupsOf({ rows, shadows }: LaptopStore, { table, id }: RowKey): readonly RowKey[] {
  if (isLookup({ table, id })) return []
  const versions = [rows.get(table, id)?.row, shadows.get({ table, id })?.row].filter(
    (row): row is WireRow => !!row,
  )
  const ids = versions.flatMap(row =>
    indexedColumns(table).flatMap(column => {
      const value = row[column]
      return typeof value === 'string' ? [lookupId(column, value)] : []
    }),
  )
  return [...new Set(ids)].map(lookup => ({ table, id: lookup }))
}

/**
 * Rows that are only read do not connect intents: they stay as they are. What an intent writes does, because others
 * may have looked at it.
 */
export function closureOf(store: LaptopStore, seeds: readonly RowKey[]): Closure {
  const rows = new Map<string, RowKey>()
  const entries = new Map<string, number>()
  const queue: RowKey[] = [...seeds]
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (rows.has(keyText(key))) continue
    rows.set(keyText(key), key)
    for (const found of [key, ...lookupsOf(store, key)]) {
      for (const { mutationId, seq } of store.outbox.onRow(found.table, found.id)) {
        if (entries.has(mutationId)) continue
        entries.set(mutationId, seq)
        for (const link of store.outbox.linksOf(mutationId)) {
          if (isWrite(link)) queue.push({ table: link.table, id: link.id })
        }
      }
    }
  }
  const inOrder = [...entries].toSorted(([, left], [, right]) => left - right)
  return {
    rows,
    entries: inOrder.flatMap(([mutationId]) => store.outbox.get(mutationId) ?? []),
    has: mutationId => entries.has(mutationId),
  }
}
