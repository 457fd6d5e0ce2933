import { z } from 'zod'
import { CONSENT_WAYS } from './diagnosis.ts'
import { AgentId, CustomerId, RowId, TeamId } from './ids.ts'
import { defineTable, flag, integer, json, nullable, oneOf, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'

/** 'study': they would show us how they work, or try what comes next. */
export const OPPORTUNITY_KINDS = [
  'upsell',
  'cross-sell',
  'renewal',
  'referral',
  'testimonial',
  'study',
] as const
export type OpportunityKind = (typeof OPPORTUNITY_KINDS)[number]

export const OPPORTUNITY_STATES = [
  'noted',
  'passed-on',
  'accepted',
  'declined',
  'won',
  'lost',
  'withdrawn',
] as const
export type OpportunityState = (typeof OPPORTUNITY_STATES)[number]

/** Whether the customer wants somebody else to know. */
export const PASSING_CONSENTS = ['not-asked', 'given', 'refused'] as const
export type PassingConsent = (typeof PASSING_CONSENTS)[number]

/** What a customer may want next, or may do for us: noted beside the work, passed on only with their consent. */
export const opportunities = defineTable('opportunities', 'customer', {
  id: ref(RowId),
  customerId: ref(CustomerId),
  ticketId: nullable(text()),
  kind: oneOf(OPPORTUNITY_KINDS),
  productId: nullable(ref(RowId)),
  note: text(),
  /** What it may be worth, minor units of `currency`; null: nobody has said. */
  valueMinor: nullable(integer()),
  currency: nullable(text()),
  state: oneOf(OPPORTUNITY_STATES),
  consent: oneOf(PASSING_CONSENTS),
  /** How they were asked, and when they answered; null while nobody has asked. */
  consentVia: nullable(oneOf(CONSENT_WAYS)),
  consentAtMs: nullable(integer()),
  /** Who looks after it from here on: a team of the workspace, or an address outside of it. */
  teamId: nullable(ref(TeamId)),
  address: nullable(text()),
  ownerId: nullable(ref(AgentId)),
  createdBy: nullable(ref(AgentId)),
  createdAtMs: integer(),
  passedOnAtMs: nullable(integer()),
  /** When it left the hub for the address outside; null: it has not, or stays inside. */
  sentAtMs: nullable(integer()),
  closedAtMs: nullable(integer()),
})
export type Opportunity = RowFrom<typeof opportunities.columns>

/** When a question is likely: everything that is said has to hold; what is left out says nothing. */
export const QuestionConditions = z.object({
  stages: z.array(z.string()).optional(),
  productIds: z.array(z.string()).optional(),
  /** An asset of theirs is older than this version. */
  belowVersion: z.string().optional(),
  orderStates: z.array(z.string()).optional(),
  returnStates: z.array(z.string()).optional(),
  /** Of orders and returns: at most so many days ago. */
  withinDays: z.number().optional(),
  /** The contract renews within so many days. */
  renewalWithinDays: z.number().optional(),
  /** A plan with a step to come runs with them. */
  hasPlan: z.boolean().optional(),
  /** A known issue that is not fixed touches an open ticket of theirs. */
  hasKnownIssue: z.boolean().optional(),
})
export type QuestionConditions = z.infer<typeof QuestionConditions>

/** A question customers tend to ask at a certain point, with its answer: written by supervisors for the whole team. */
export const nextQuestions = defineTable('nextQuestions', 'workspace', {
  id: ref(RowId),
  question: text(),
  /** What to write, ready for the reply; empty when only the article answers. */
  answer: text(),
  articleId: nullable(ref(RowId)),
  conditions: json(QuestionConditions),
  isActive: flag(),
  /** Grows with every change. */
  version: integer(),
  updatedAtMs: integer(),
})
export type NextQuestion = RowFrom<typeof nextQuestions.columns>
