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
