import { groupBy } from '../group-by.ts'

/** One thing a customer said about a product, with what is needed to count it. */
export type FeedbackFact = {
  readonly id: string
  readonly customerId: string
  readonly ticketId: string | null
  readonly productId: string | null
  readonly productName: string | null
  readonly area: string
  readonly text: string
  readonly state: string
  /** A year's worth of the customer, minor units of `currency`. */
  readonly valueMinor: number | null
  readonly currency: string | null
  readonly atMs: number
}

export type DigestEntry = {
  readonly productId: string | null
  readonly productName: string | null
  readonly area: string
  readonly count: number
  readonly customers: number
  /** What these customers are worth a year, each once, by currency; the largest first. */
  readonly values: readonly { readonly currency: string; readonly minor: number }[]
  /** Newest first. */
  readonly items: readonly FeedbackFact[]
}

/** People write one area in several ways. */
const areaKey = (area: string): string => area.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/gu, ' ')
const keyOf = ({ productId, area }: FeedbackFact): string => `${productId ?? ''} ${areaKey(area)}`

/** Each customer counts once, with the newest value known of them. `items` come newest first. */
function valuesOf(items: readonly FeedbackFact[]): DigestEntry['values'] {
  const newest = new Map<string, FeedbackFact>()
  for (const item of items)
    if (item.valueMinor !== null && item.currency !== null && !newest.has(item.customerId))
      newest.set(item.customerId, item)
  const sums = new Map<string, number>()
  for (const { currency, valueMinor } of newest.values())
    sums.set(currency ?? '', (sums.get(currency ?? '') ?? 0) + (valueMinor ?? 0))
  return [...sums]
    .map(([currency, minor]) => ({ currency, minor }))
    .toSorted((a, b) => b.minor - a.minor || (a.currency < b.currency ? -1 : 1))
}

/** What customers want, by product and area: most customers first, then most worth. Every fact is in one entry. */
export function feedbackDigest(facts: readonly FeedbackFact[]): readonly DigestEntry[] {
  const sorted = facts.toSorted((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1))
  return [...groupBy(sorted, keyOf).values()]
    .flatMap((items): readonly DigestEntry[] => {
      const [newest] = items
      if (!newest) return []
      const { productId, productName, area } = newest
      const customers = new Set(items.map(({ customerId }) => customerId)).size
      const about = { productId, productName, area: area.trim() }
      return [{ ...about, count: items.length, customers, values: valuesOf(items), items }]
    })
    .toSorted(
      (a, b) =>
        b.customers - a.customers ||
        (b.values[0]?.minor ?? 0) - (a.values[0]?.minor ?? 0) ||
        (keyOfEntry(a) < keyOfEntry(b) ? -1 : 1),
    )
}

const keyOfEntry = ({ productId, area }: DigestEntry): string => `${productId ?? ''} ${areaKey(area)}`
