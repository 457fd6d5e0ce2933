import type { TicketKind } from '../work-kind.ts'
import type { Verdict } from './score.ts'

export type ShowFacts = {
  /** What the triage says now. */
  readonly suggested: Verdict
  /** The kind the ticket has. */
  readonly kind: TicketKind
  /** An agent made the ticket and said of what kind it is. */
  readonly isMadeByAgent: boolean
  /** The newest decision of a person about the kind: what the triage had said then, null when it was not asked. */
  readonly decided: { readonly suggested: string | null } | null
}

/**
 * Whether people are told. A ticket in both panes is never asked to leave one: nothing of it can be overlooked. Not when they would learn nothing, and not again what somebody has answered: only words that
 * came since and point elsewhere bring a suggestion back.
 */
export function isWorthShowing({ suggested, kind, isMadeByAgent, decided }: ShowFacts): boolean {
  if (suggested === kind || kind === 'both') return false
  if (decided !== null) {
    return suggested !== 'unsure' && decided.suggested !== null && decided.suggested !== suggested
  }
  return suggested !== 'unsure' || !isMadeByAgent
}
