import { z } from 'zod'
import type { NextQuestion, Opportunity } from '../domain/growth.ts'
import { CustomerId } from '../domain/ids.ts'
import type { Silence } from '../rules/experience/silence.ts'
import type { Promoter } from '../rules/growth/promoter.ts'
import type { LikelyQuestion } from '../rules/next-questions/likely-questions.ts'
import { method, returns } from './define.ts'

export type OpportunityLine = Opportunity & { readonly productName: string | null }

/** What a customer may want next, as the service pane shows it. */
export type CustomerOpportunities = {
  /** Nobody has ended these, newest first. */
  readonly open: readonly OpportunityLine[]
  /** These are over, newest first. */
  readonly ended: readonly Pick<Opportunity, 'id' | 'state'>[]
  /** They would recommend us and nobody has asked them to: the answer that says so. */
  readonly favour: Promoter | null
  /** Why nothing leaves, and nobody is asked for anything. */
  readonly silence: Silence | null
  readonly hasComplaint: boolean
}
/** One of all customers'. */
export type OpportunityEntry = OpportunityLine & { readonly customerName: string }

/** A question that is likely, ready for the pane. */
export type LikelyLine = LikelyQuestion & { readonly articleTitle: string | null }
export type QuestionLine = NextQuestion & { readonly articleTitle: string | null }

export const growthMethods = {
  'opportunities.ofCustomer': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<CustomerOpportunities>(),
  }),
  /** Of all customers, newest first: those that are worked on, or those that ended. */
  'opportunities.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      isEnded: z.boolean().default(false),
      limit: z.int().min(1).max(500).default(200),
    }),
    output: returns<readonly OpportunityEntry[]>(),
  }),
  /** What the customer is likely to ask next, with the reason; never what has come on this ticket already. */
  'nextQuestions.likely': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId, ticketId: z.string().nullable().default(null) }),
    output: returns<readonly LikelyLine[]>(),
  }),
  /** The team's own questions, those that are put away last. */
  'nextQuestions.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly QuestionLine[]>(),
  }),
} as const
