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
  /** What they were doing while somebody watched; null: they said it of themselves. */
  readonly watched: string | null
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
  /** How many of `count` were seen in a study, not said. */
  readonly watched: number
  /** What these customers are worth a year, each once, by currency; that of most customers first. */
  readonly values: readonly {
    readonly currency: string
    readonly minor: number
    readonly customers: number
  }[]
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
  const sums = new Map<string, { readonly minor: number; readonly customers: number }>()
  for (const { currency, valueMinor } of newest.values()) {
    const { minor, customers } = sums.get(currency ?? '') ?? { minor: 0, customers: 0 }
    sums.set(currency ?? '', { minor: minor + (valueMinor ?? 0), customers: customers + 1 })
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .toSorted((a, b) => b.customers - a.customers || (a.currency < b.currency ? -1 : 1))
}

/** What customers want, by product and area: most customers first, then most often said. Every fact is in one entry. */
export function feedbackDigest(facts: readonly FeedbackFact[]): readonly DigestEntry[] {
  const sorted = facts.toSorted((a, b) => b.atMs - a.atMs || (a.id < b.id ? -1 : 1))
  return [...groupBy(sorted, keyOf).values()]
    .flatMap((items): readonly DigestEntry[] => {
      const [newest] = items
      if (!newest) return []
      const { productId, productName, area } = newest
      const customers = new Set(items.map(({ customerId }) => customerId)).size
      const about = { productId, productName, area: area.trim() }
      const watched = items.filter(item => item.watched !== null).length
      return [{ ...about, count: items.length, customers, watched, values: valuesOf(items), items }]
    })
    .toSorted(
      (a, b) => b.customers - a.customers || b.count - a.count || (keyOfEntry(a) < keyOfEntry(b) ? -1 : 1),
    )
}

const keyOfEntry = ({ productId, area }: DigestEntry): string => `${productId ?? ''} ${areaKey(area)}`

/** What became of what was said: how many wait, were passed on, and are done. What was declined is none of these. */
export const STANDINGS = ['open', 'passed-on', 'done'] as const
export type Standing = (typeof STANDINGS)[number]
export const statesOf = ({
  items,
}: Pick<DigestEntry, 'items'>): readonly { readonly state: Standing; readonly count: number }[] =>
  STANDINGS.map(state => ({ state, count: items.filter(item => item.state === state).length }))
