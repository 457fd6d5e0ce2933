import { z } from 'zod'
import { TicketId } from '../domain/ids.ts'
import type { Reason } from '../rules/triage/reasons.ts'
import type { Verdict } from '../rules/triage/score.ts'
import type { TicketKind } from '../rules/work-kind.ts'
import { method, returns } from './define.ts'

/** A suggestion worth a look: it differs from what the ticket is, and nobody has answered it. */
export type TriageView = {
  readonly kind: TicketKind
  readonly suggested: Verdict
  /** What it would be if it had to be one: of an unsure one, what it looks most like. */
  readonly likeliest: TicketKind
  /** Chance of what it looks most like, 0 to 1. */
  readonly confidence: number
  /** Words of the ticket, the strongest first. */
  readonly reasons: readonly Reason[]
  /** Decisions of this workspace that the suggestion has learnt from. */
  readonly lessons: number
}

export const triageMethods = {
  /** What a ticket looks like, if that is worth telling; null otherwise and for a ticket that is not here. */
  'tickets.triage': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<TriageView | null>(),
  }),
} as const
