import type { CauseCategory } from '../../domain/incidents.ts'
import { groupBy } from '../group-by.ts'

/** A recorded cause with what is needed to count it. */
export type CauseFact = {
  readonly ticketId: string
  readonly customerId: string
  readonly productId: string | null
  readonly productName: string | null
  readonly category: CauseCategory | 'other'
  readonly remedy: string
  readonly atMs: number
}

export type RecurrenceRow = {
  readonly productId: string | null
  readonly productName: string | null
  readonly category: CauseCategory | 'other'
  /** Tickets of the period, newest first. */
  readonly ticketIds: readonly string[]
  /** Those among them whose customer had the same cause in the same product before. */
  readonly againIds: readonly string[]
  /** The same in the period before, of the same length. */
  readonly beforeIds: readonly string[]
  /** Tickets of the period that were only lived with: they will come again. */
  readonly unfixedIds: readonly string[]
}
export type Recurrence = {
  readonly fromMs: number
  readonly toMs: number
  /** Most tickets first. */
  readonly rows: readonly RecurrenceRow[]
}

type Period = { readonly fromMs: number; readonly toMs: number }
const groupOf = ({ productId, category }: Pick<CauseFact, 'productId' | 'category'>): string =>
  `${productId ?? ''} ${category}`
const newestFirst = (a: CauseFact, b: CauseFact): number =>
  b.atMs - a.atMs || (a.ticketId < b.ticketId ? -1 : 1)
const idsOf = (facts: readonly CauseFact[]): readonly string[] => facts.map(({ ticketId }) => ticketId)

/**
 * Causes by product and category in [fromMs, toMs), beside the period of the same length before. A ticket came "again"
 * when its customer has an earlier ticket with the same category and product, however long ago among the facts given.
 */
export function recurrence(facts: readonly CauseFact[], { fromMs, toMs }: Period): Recurrence {
  const groups = groupBy(facts.toSorted(newestFirst), groupOf)
  const rows = [...groups.values()].flatMap((group): readonly RecurrenceRow[] => {
    const [first] = group
    const now = group.filter(({ atMs }) => atMs >= fromMs && atMs < toMs)
    const before = group.filter(({ atMs }) => atMs >= 2 * fromMs - toMs && atMs < fromMs)
    if (!first || now.length + before.length === 0) return []
    const oldest = new Map<string, CauseFact>(group.map(fact => [fact.customerId, fact]))
    const again = now.filter(fact => oldest.get(fact.customerId) !== fact)
    const { productId, productName, category } = first
    return [
      {
        productId,
        productName,
        category,
        ticketIds: idsOf(now),
        againIds: idsOf(again),
        beforeIds: idsOf(before),
        unfixedIds: idsOf(now.filter(({ remedy }) => remedy === 'workaround' || remedy === 'none')),
      },
    ]
  })
  return { fromMs, toMs, rows: rows.toSorted(byWeight) }
}

const byWeight = (a: RecurrenceRow, b: RecurrenceRow): number =>
  b.ticketIds.length - a.ticketIds.length ||
  b.beforeIds.length - a.beforeIds.length ||
  (groupOf(a) < groupOf(b) ? -1 : 1)
