const DAY_MS = 86_400_000
/** A milestone is spoken of for so long after its day. */
export const MILESTONE_DAYS = 7
/** Orders that are worth a word: the first, and round ones. */
const ROUND_ORDERS: ReadonlySet<number> = new Set([1, 10, 25, 50, 100, 250, 500, 1_000])

export type MilestoneFacts = {
  /** Since when they are a customer, ms; null: nobody knows. */
  readonly sinceMs: number | null
  /** Orders that were not cancelled, newest first, each with the place it has among all of theirs, from 1. */
  readonly orders: readonly { readonly number: string; readonly placedAtMs: number; readonly place: number }[]
  /** Plans that were finished. */
  readonly plans: readonly { readonly title: string; readonly endedAtMs: number }[]
  readonly nowMs: number
}
export type Milestone = {
  /** 'years' with us, so many; 'order': so many orders, `about` its number; 'plan': `about` is done. */
  readonly kind: 'years' | 'order' | 'plan'
  readonly count: number
  readonly about: string
  readonly atMs: number
}

/** The day of a year after so many years, in UTC; of 29 February the day after in years without one. */
function anniversaryMs(sinceMs: number, years: number): number {
  const since = new Date(sinceMs)
  return Date.UTC(since.getUTCFullYear() + years, since.getUTCMonth(), since.getUTCDate())
}

function yearsOf({ sinceMs, nowMs }: MilestoneFacts): readonly Milestone[] {
  if (sinceMs === null || sinceMs > nowMs) return []
  const passed = new Date(nowMs).getUTCFullYear() - new Date(sinceMs).getUTCFullYear()
  return [passed - 1, passed].flatMap(count => {
    const atMs = anniversaryMs(sinceMs, count)
    return count > 0 ? [{ kind: 'years' as const, count, about: '', atMs }] : []
  })
}

/** What was reached within the last week, the newest first. */
export function milestonesOf(facts: MilestoneFacts): readonly Milestone[] {
  const { orders, plans, nowMs } = facts
  return [
    ...yearsOf(facts),
    ...orders.flatMap(({ number, placedAtMs, place }) =>
      ROUND_ORDERS.has(place)
        ? [{ kind: 'order' as const, count: place, about: number, atMs: placedAtMs }]
        : [],
    ),
    ...plans.map(({ title, endedAtMs }) => ({
      kind: 'plan' as const,
      count: 1,
      about: title,
      atMs: endedAtMs,
    })),
  ]
    .filter(({ atMs }) => atMs <= nowMs && nowMs < atMs + MILESTONE_DAYS * DAY_MS)
    .toSorted((a, b) => b.atMs - a.atMs || (a.kind < b.kind ? -1 : 1))
}
