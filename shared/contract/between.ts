import type { Fields } from '../domain/values.ts'
import type { TicketFormRow } from '../domain/forms.ts'
import { z } from 'zod'
import type { Closing, HandOver, Handshake, TeamRule } from '../domain/between.ts'
import { CustomerId, TicketId } from '../domain/ids.ts'
import type { Asset } from '../domain/commerce.ts'
import type { EscalationTier } from '../domain/incidents.ts'
import type { CustomerPromise, FollowUp } from '../domain/people.ts'
import type { Thread } from '../domain/tickets.ts'
import type { CauseStart } from '../rules/causes/begin-cause.ts'
import type { FirstContact } from '../rules/closing/first-contact.ts'
import type { BadMoment } from '../rules/experience/bad-moments.ts'
import type { ExperienceAlert, Recovery } from '../rules/experience/experience-alert.ts'
import type { Silence } from '../rules/experience/silence.ts'
import { method, returns } from './define.ts'

/** How the last weeks were for a customer, across both panes. */
export type ExperienceView = {
  readonly alert: ExperienceAlert
  /** Within the window of the team's rule, newest first, with the number of the ticket each was on. */
  readonly moments: readonly (BadMoment & { readonly number: number | null })[]
  /** Follow-ups planned within the window, newest first, then complaints with a plan, newest first. */
  readonly recoveries: readonly Recovery[]
  readonly windowDays: number
  readonly recoveryDays: number
}

/** Everything the closing questions need to know, so that none asks what is known already. */
export type ClosingView = {
  readonly ticketId: string
  readonly customerId: string
  readonly customerName: string
  readonly number: number | null
  readonly localNumber: number | null
  readonly subject: string
  /** What stands in its fields, and which fields its kinds have. */
  readonly fields: Fields
  readonly forms: readonly TicketFormRow[]
  readonly threads: readonly Thread[]
  /** Newest first. */
  readonly closings: readonly Closing[]
  readonly openPromises: readonly CustomerPromise[]
  readonly openFollowUps: readonly FollowUp[]
  /** Surveys that were asked already, when one may be asked about this ticket now; null: none may. */
  readonly survey: { readonly kind: 'csat' | 'ces'; readonly seen: readonly string[] } | null
  /** Why it happened is written down. */
  readonly hasCause: boolean
  /** What is known of it before anybody writes it down. */
  readonly causeStart: CauseStart
  /** The thing the ticket is about, while it is marked as down. */
  readonly stillDown: Asset | null
  /** Tiers that have the ticket and have not said that they are done with it. */
  readonly escalatedTo: readonly EscalationTier[]
  /** Why nothing may be asked of the customer now. */
  readonly silence: Silence | null
  /** What a painful incident of this ticket brought. */
  readonly handshake: Handshake | null
  /** Threads that are solved, by id: whether they are at first contact. */
  readonly firstContact: Readonly<Record<string, FirstContact>>
}

/** What whoever takes over has to know. */
export type HandOverView = {
  readonly ticketId: string
  readonly customerId: string
  readonly threads: readonly Thread[]
  readonly openPromises: readonly CustomerPromise[]
  readonly openFollowUps: readonly FollowUp[]
  readonly lastBad: BadMoment | null
  /** Not read by their receiver yet, newest first. */
  readonly waiting: readonly (HandOver & { readonly byName: string | null })[]
}

export const betweenMethods = {
  'teamRules.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly TeamRule[]>(),
  }),
  'customers.experience': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<ExperienceView>(),
  }),
  /**
   * Follow-ups of painful incidents that are still to be done, with the gesture that fits and what this agent may give
   * alone; null: any amount.
   */
  'customers.handshakes': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<readonly (Handshake & { readonly limitMinor: number | null })[]>(),
  }),
  'tickets.closing': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<ClosingView | null>(),
  }),
  'tickets.handOver': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: TicketId }),
    output: returns<HandOverView | null>(),
  }),
} as const
