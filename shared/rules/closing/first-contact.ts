/** A ticket that comes back within this was not solved at first contact after all. */
export const FIRST_CONTACT_WINDOW_MS = 7 * 86_400_000

/** What is known of one thread and its ticket. Times in ms. */
export type ContactFacts = {
  /** Public replies people sent. */
  readonly replies: number
  readonly reopenedCount: number
  /** Closed although the customer said that it is not resolved. */
  readonly isUnresolved: boolean
  readonly solvedAtMs: number | null
  /** When the first ticket came that is linked to it and is newer than its solution; null: none did. */
  readonly linkedAtMs: number | null
}

/** Why a solved ticket does not count, the heaviest reason first. */
export const CONTACT_MISSES = ['reopened', 'linked', 'unresolved', 'replies'] as const
export type ContactMiss = (typeof CONTACT_MISSES)[number]

/** Null while nothing speaks against it. */
export function contactMissOf(facts: ContactFacts): ContactMiss | null {
  const { replies, reopenedCount, isUnresolved, solvedAtMs, linkedAtMs } = facts
  const cameAfterMs = linkedAtMs === null || solvedAtMs === null ? null : linkedAtMs - solvedAtMs
  if (reopenedCount > 0) return 'reopened'
  if (cameAfterMs !== null && cameAfterMs > 0 && cameAfterMs <= FIRST_CONTACT_WINDOW_MS) return 'linked'
  if (isUnresolved) return 'unresolved'
  return replies === 1 ? null : 'replies'
}

/** 'candidate': solved with one reply, and may still come back. 'kept': it did not. 'missed': it does not count. */
export type FirstContact = 'candidate' | 'kept' | 'missed'

/** First-contact resolution of a thread; null while it is not solved. */
export function firstContactOf(facts: ContactFacts, nowMs: number): FirstContact | null {
  if (facts.solvedAtMs === null) return null
  if (contactMissOf(facts) !== null) return 'missed'
  return nowMs < facts.solvedAtMs + FIRST_CONTACT_WINDOW_MS ? 'candidate' : 'kept'
}
