import type { Fields } from '../domain/values.ts'

const DAY_MS = 86_400_000

/** Ages after which a laptop's key is replaced by itself, in days. */
export const KEY_AGES_DAYS = [30, 90, 180, 365] as const

export type KeyAge = {
  /** Null: nobody wrote it down. */
  readonly madeAtMs: number | null
  readonly nowMs: number
  /** Null: however old. */
  readonly maxAgeDays: number | null
}

/**
 * Whether the key of a laptop's data is to be replaced at the next opening. One of unknown age counts as old, and so does
 * one a clock that was wrong has dated after today.
 */
export function isKeyDue({ madeAtMs, nowMs, maxAgeDays }: KeyAge): boolean {
  if (maxAgeDays === null) return false
  if (madeAtMs === null || madeAtMs > nowMs + DAY_MS) return true
  return nowMs - madeAtMs >= maxAgeDays * DAY_MS
}

/** Days, as the team's rule for laptops may hold them. */
const MOST_DAYS = 3_650

/** The age the team's rule for laptops allows a key, in days; null: any. */
export function allowedKeyAge(rule: Fields | null): number | null {
  const days = rule?.['keyMaxAgeDays']
  return typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= MOST_DAYS ? days : null
}

/** The shorter of two ages in days; null: any age. */
export const shorterAge = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? (one ?? other) : Math.min(one, other)
