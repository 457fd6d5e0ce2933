import { z } from 'zod'
import type { Proposal } from '../domain/proposals.ts'
import type { Attachment } from '../domain/tickets.ts'
import type { GuestReason } from '../rules/guests/suits-guest.ts'
import { TicketId } from '../domain/ids.ts'
import { method, returns } from './define.ts'

/** A suggested answer with the names of its people; an agent this laptop does not know is nameless. */
export type NamedProposal = Proposal & {
  readonly authorName: string | null
  readonly decidedByName: string | null
}

/** A suggested answer with the files that would go along; of one that is decided there are none any more. */
export type ProposalView = NamedProposal & { readonly attachments: readonly Attachment[] }

/** A suggested answer in a list: on which ticket, of whom. */
export type ProposalLine = NamedProposal & {
  readonly customerName: string
  readonly subject: string
  readonly number: number | null
}

/** A ticket a guest can begin with, and what speaks for it. */
export type GuestTicket = {
  readonly ticketId: string
  readonly subject: string
  readonly customerName: string
  readonly waitingSinceMs: number | null
  readonly reasons: readonly GuestReason[]
  /** The article or canned reply that likely answers it; null: none was found. */
  readonly answer: { readonly kind: 'article' | 'macro'; readonly id: string; readonly title: string } | null
}

export type GuestDesk = {
  /** Names of the teams whose tickets this guest reads. */
  readonly teamNames: readonly string[]
  /** Until when, ms; null: no end is set. */
  readonly untilMs: number | null
  /** What suits, best first; at most 12. */
  readonly tickets: readonly GuestTicket[]
  /** Own suggestions, the newest first; at most 30. */
  readonly own: readonly ProposalLine[]
}

export type GuestHours = {
  /** Hours a week; null: none are agreed. */
  readonly agreed: number | null
  /** Quarters of an hour with work of theirs on this laptop within this week on the clock of their team. */
  readonly quarters: number
}

export const proposalMethods = {
  /** Suggested answers of one ticket, the newest first; at most 20. */
  'proposals.ofTicket': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<readonly ProposalView[]>(),
  }),
  /** Suggested answers that wait for a colleague on this laptop, the oldest first; at most 100. */
  'proposals.waiting': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly ProposalLine[]>(),
  }),
  /** Where a guest begins; for others its lists are empty. */
  'guests.desk': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<GuestDesk>(),
  }),
  /** Null: whoever works here is no guest. */
  'guests.hours': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<GuestHours | null>(),
  }),
} as const
