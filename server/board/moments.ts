import type { KindMask } from './facts.ts'
import { isOfKind } from './facts.ts'

export type Moment = { readonly atMs: number; readonly value: number; readonly mask: KindMask }
export type Period = { readonly nowMs: number; readonly lengthMs: number; readonly parts: number }
export type MedianOf = {
  readonly medianMs: number | null
  readonly count: number
  readonly trend: readonly (number | null)[]
}

/** Middle value; of an even number the mean of the two in the middle. Null for none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  if (upper === undefined) return null
  const lower = sorted[middle - 1]
  return sorted.length % 2 === 1 || lower === undefined ? upper : (lower + upper) / 2
}

/** Median of the moments within the period that ends now, and of each of its equal parts. */
export function medianOver(moments: Iterable<Moment>, period: Period, kind: KindMask): MedianOf {
  const { nowMs, lengthMs, parts } = period
  const fromMs = nowMs - lengthMs
  const all: number[] = []
  const byPart: number[][] = Array.from({ length: parts }, () => [])
  for (const { atMs, value, mask } of moments) {
    if (atMs <= fromMs || atMs > nowMs || !isOfKind(mask, kind)) continue
    all.push(value)
    byPart[Math.min(parts - 1, Math.floor(((atMs - fromMs) / lengthMs) * parts))]?.push(value)
  }
  return { medianMs: median(all), count: all.length, trend: byPart.map(median) }
}
