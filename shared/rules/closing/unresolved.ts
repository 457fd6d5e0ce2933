import type { Thread } from '../../domain/tickets.ts'
import type { Fields } from '../../domain/values.ts'

/** Why work ends although nothing was resolved. */
export const UNRESOLVED_REASONS = ['no-answer', 'declined', 'not-reproducible', 'not-ours', 'other'] as const
export type UnresolvedReason = (typeof UNRESOLVED_REASONS)[number]

/** What a closing that was answered with "no" does: the work goes on, or ends for a reason. */
export type Unresolved = 'stays-open' | UnresolvedReason

/**
 * Null when it was resolved, or nobody was asked. Without another word the work goes on: a ticket is never closed by a
 * slip while its customer says that nothing is solved.
 */
export function unresolvedOf(answers: Fields): Unresolved | null {
  if (answers['resolved'] !== false) return null
  return UNRESOLVED_REASONS.find(each => each === answers['unresolved']) ?? 'stays-open'
}

/**
 * What `thread.setState` puts back when a closing turns out to be none: open as before, with its clocks, and without
 * counting as having come back. Function that was restored before stays restored.
 */
export function restoreOpen({
  solvedAtMs,
  restoredAtMs,
  reopenedCount,
}: Pick<Thread, 'solvedAtMs' | 'restoredAtMs' | 'reopenedCount'>) {
  const wasRestored = restoredAtMs !== null && solvedAtMs !== null && restoredAtMs < solvedAtMs
  return {
    solvedAtMs: null,
    snoozedUntilMs: null,
    reopenedCount,
    waitingSinceMs: null,
    restoredAtMs: wasRestored ? restoredAtMs : null,
  }
}
