import type { TimelineItem } from '../../../shared/contract/customers.ts'

const YEAR_MS = 365 * 86_400_000
const LEVELS = 4
/** Closer than this many percent two dots of one level would touch. */
const NEAR = 2.4

type Dot = { readonly item: TimelineItem; readonly left: number; readonly top: number }

/** Points of the last year from left to right; what would touch goes to another height. All in percent. */
export function placeDots(items: readonly TimelineItem[], nowMs: number): readonly Dot[] {
  const lastAt: number[] = Array.from({ length: LEVELS }, () => Number.NEGATIVE_INFINITY)
  const recent = items
    .filter(({ atMs }) => atMs <= nowMs && nowMs - atMs < YEAR_MS)
    .toSorted((a, b) => a.atMs - b.atMs)
  return recent.map((item, index) => {
    const left = 1 + 98 * (1 - (nowMs - item.atMs) / YEAR_MS)
    const start = (index * 3) % LEVELS
    const order = Array.from({ length: LEVELS }, (_, step) => (start + step) % LEVELS)
    const level = order.find(each => left - (lastAt[each] ?? 0) >= NEAR) ?? start
    lastAt[level] = left
    return { item, left, top: 18 + (level * 64) / (LEVELS - 1) }
  })
}
