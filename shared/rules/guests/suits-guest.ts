import type { Priority } from '../../domain/values.ts'
import { priorityRank } from '../../domain/values.ts'

/** What can be known of a ticket when somebody looks for one a guest can begin with. */
export type GuestFacts = {
  readonly priority: Priority | 'other'
  /** An outage, a linked known issue or an escalation is part of it. */
  readonly hasIncident: boolean
  readonly soundsAngry: boolean
  /** The hub says so: at risk, a VIP, a complaint, a dispute or an amount to be decided. Which of them a guest is not told. */
  readonly isForColleagues: boolean
  /** A colleague works on it, or an answer is suggested already. */
  readonly isTaken: boolean
  readonly hasKnownAnswer: boolean
}

export const GUEST_REASONS = ['known-answer', 'low-priority', 'calm', 'not-urgent'] as const
export type GuestReason = (typeof GUEST_REASONS)[number]

export type GuestFit = { readonly reasons: readonly GuestReason[]; readonly rank: number }

/** Weight of each reason: an answer that is known counts for more than all others together. */
const RANK: Readonly<Record<GuestReason, number>> = {
  'known-answer': 8,
  'low-priority': 2,
  'not-urgent': 1,
  calm: 1,
}

/**
 * Whether a ticket suits a guest, and why; null: it does not. Nothing that hurts when it goes wrong: no incident, nobody
 * who is angry, at risk or a VIP, no money, nothing high or urgent, nothing a colleague has begun.
 */
export function suitsGuest(facts: GuestFacts): GuestFit | null {
  const { hasIncident, soundsAngry, isForColleagues, isTaken, priority } = facts
  const isUrgent = priorityRank(priority) > priorityRank('normal')
  if (hasIncident || soundsAngry || isForColleagues || isTaken || isUrgent) return null
  const reasons: readonly GuestReason[] = [
    ...(facts.hasKnownAnswer ? (['known-answer'] as const) : []),
    priority === 'low' ? 'low-priority' : 'not-urgent',
    'calm',
  ]
  return { reasons, rank: reasons.reduce((sum, reason) => sum + RANK[reason], 0) }
}
