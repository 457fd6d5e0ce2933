import type { WireRow } from '../../../shared/domain/codec.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { indexedColumns } from '../../../shared/mutations/look-ups.ts'
import { isWrite, keyText } from './links.ts'
import { isLookup, lookupId, lookupOf } from './outbox-store.ts'
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

type Reader = {
  readonly mutationId: string
  readonly seq: number
  /** Work is pending on rows of the table. */
  readonly isPending: (table: TableName) => boolean
}

/**
 * Rows an intent makes the replay put back: those it writes, because others may have looked at it, and those it only
 * looks at where later work has changed them. It must see them as they were in its place of the order.
 */
function rowsToReset(
  { outbox, shadows }: LaptopStore,
  { mutationId, seq, isPending }: Reader,
): readonly RowKey[] {
  const isChangedLater = ({ table, id }: RowKey): boolean =>
    outbox.onRow(table, id).some(other => other.seq > seq && isWrite(other))
  return outbox.linksOf(mutationId).flatMap((link): readonly RowKey[] => {
    const { table, id } = link
    if (isWrite(link)) return [{ table, id }]
    if (!isPending(table)) return []
    const seen = isLookup(link) ? shadows.under({ table, ...lookupOf(link) }) : [id]
    return seen.map(one => ({ table, id: one })).filter(isChangedLater)
  })
}

export function closureOf(store: LaptopStore, seeds: readonly RowKey[]): Closure {
  const rows = new Map<string, RowKey>()
  const entries = new Map<string, number>()
  const queue: RowKey[] = [...seeds]
  const pending = new Map<TableName, boolean>()
  const isPending = (table: TableName): boolean => {
    const known = pending.get(table) ?? store.shadows.isIn(table)
    pending.set(table, known)
    return known
  }
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (rows.has(keyText(key))) continue
    rows.set(keyText(key), key)
    for (const found of [key, ...lookupsOf(store, key)]) {
      for (const { mutationId, seq } of store.outbox.onRow(found.table, found.id)) {
        if (entries.has(mutationId)) continue
        entries.set(mutationId, seq)
        queue.push(...rowsToReset(store, { mutationId, seq, isPending }))
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
