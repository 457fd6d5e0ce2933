import type { Thread } from '../domain/tickets.ts'
import type { ThreadState } from '../domain/values.ts'
import { isWithdrawn } from './work-kind.ts'

/** Done for the agent: nothing runs and nobody works on it. */
export const isDone = (thread: Pick<Thread, 'state'>): boolean =>
  thread.state === 'solved' || thread.state === 'closed'

/** Support restores: from then on there is nothing left to count, whatever remains to be written down. */
export const isRestored = ({ kind, restoredAtMs }: Pick<Thread, 'kind' | 'restoredAtMs'>): boolean =>
  kind === 'support' && restoredAtMs !== null

/** Somebody may work on it. A closed thread only reopens. An unknown state of a newer hub counts as workable. */
export const isWorkable = (thread: Pick<Thread, 'state'>): boolean => thread.state !== 'closed'

/** A closed thread may come back, except one that relabelling withdrew: only relabelling brings that back. */
export const canReopen = (thread: Pick<Thread, 'kind' | 'state' | 'isPaired' | 'solvedAtMs'>): boolean =>
  thread.state === 'closed' && !isWithdrawn(thread)

type StampInput = Pick<Thread, 'state' | 'solvedAtMs' | 'reopenedCount'>
type Stamp = Pick<Thread, 'state' | 'solvedAtMs' | 'snoozedUntilMs' | 'reopenedCount'> &
  Partial<Pick<Thread, 'restoredAtMs'>>

/**
 * Everything that changes on a thread together with its state. Leaving solved or closed counts as reopening, and what
 * was restored is then not any more; closing what was solved keeps the moment it was solved; any state but snoozed ends
 * a snooze.
 * Due times stay: the service-level rules derive them from the state.
 */
export function closingStamp(thread: StampInput, state: ThreadState, nowMs: number): Stamp {
  const wasDone = isDone(thread)
  const willBeDone = isDone({ state })
  const isReopened = wasDone && !willBeDone
  return {
    state,
    solvedAtMs: willBeDone ? (wasDone ? (thread.solvedAtMs ?? nowMs) : nowMs) : null,
    snoozedUntilMs: null,
    reopenedCount: thread.reopenedCount + (isReopened ? 1 : 0),
    ...(isReopened ? { restoredAtMs: null } : {}),
  }
}

/** True when nobody would work on the ticket any more with these threads; withdrawn ones do not count. */
export const isTicketDone = (
  threads: readonly Pick<Thread, 'kind' | 'state' | 'isPaired' | 'solvedAtMs'>[],
): boolean => threads.every(thread => isWithdrawn(thread) || isDone(thread))
