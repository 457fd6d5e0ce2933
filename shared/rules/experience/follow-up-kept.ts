import type { FollowUp } from '../../domain/people.ts'
import type { KeptRate, Period } from '../promises/kept-rate.ts'
import { keptRate } from '../promises/kept-rate.ts'

export type FollowUpFacts = Pick<FollowUp, 'state' | 'dueAtMs' | 'completedAtMs' | 'ownerId'>

const STATES = { open: 'open', done: 'kept', cancelled: 'withdrawn', other: 'other' } as const
const asPromise = ({ state, dueAtMs, completedAtMs, ownerId }: FollowUpFacts) => ({
  state: STATES[state],
  dueAtMs,
  closedAtMs: completedAtMs,
  ownerId,
})

/**
 * Follow-up kept % = done by their day ÷ due in the period, counted as promises are: on the day they were due; what
 * was called off does not count.
 */
export const followUpRate = (followUps: readonly FollowUpFacts[], period: Period): KeptRate =>
  keptRate(followUps.map(asPromise), period)

/** How one follow-up of a period stands, what went wrong first. */
export const FOLLOW_UP_STANDINGS = ['missed', 'late', 'kept'] as const
export type FollowUpStanding = (typeof FOLLOW_UP_STANDINGS)[number]

/** Null: it does not count in the period. */
export function followUpStanding(followUp: FollowUpFacts, period: Period): FollowUpStanding | null {
  const { due, kept, late } = followUpRate([followUp], period)
  if (due === 0) return null
  if (kept === 1) return 'kept'
  return late === 1 ? 'late' : 'missed'
}
