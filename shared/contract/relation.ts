import { z } from 'zod'
import type { Survey } from '../domain/commerce.ts'
import type { Feedback } from '../domain/feedback.ts'
import { FEEDBACK_KINDS } from '../domain/feedback.ts'
import { CustomerId } from '../domain/ids.ts'
import { OUTREACH_REASONS, OutreachSegment } from '../domain/outreach.ts'
import type { Plan, PlanStep, PlanTemplate } from '../domain/plans.ts'
import type { Coverage } from '../rules/experience/follow-up-coverage.ts'
import type { PublicPost, UnplacedPost } from '../domain/public-posts.ts'
import type { OutreachChoice } from '../rules/outreach/choose-outreach.ts'
import type { OutreachSetting } from '../rules/outreach/rules.ts'
import type { KeptRate } from '../rules/promises/kept-rate.ts'
import type { SurveyKind, SurveyRefusal } from '../rules/surveys/survey-guard.ts'
import { method, returns } from './define.ts'

/** A plan with its steps in their order. */
export type PlanView = Plan & { readonly steps: readonly PlanStep[] }

/** Surveys of a customer as the panes show them. */
export type SurveyState = {
  /** The one there is to ask now; null: none. */
  readonly toAsk: SurveyKind | null
  /** Why none of a kind is asked. */
  readonly refusals: readonly { readonly kind: SurveyKind; readonly reason: SurveyRefusal }[]
  /** Asked within the last weeks and not answered yet, newest first. */
  readonly waiting: readonly Survey[]
  /** What is asked is mailed by the hub, with a link to answer by: nobody has to write it. */
  readonly goesByMail: boolean
  /** Every survey the customer was asked, by id: who asks has seen them. */
  readonly askedIds: readonly string[]
}

/** What an agent owes somebody before they are back. */
export type DutyLine = {
  readonly kind: 'promise' | 'follow-up' | 'step'
  readonly id: string
  readonly title: string
  readonly dueAtMs: number
  readonly customerId: string
  readonly customerName: string
  readonly ticketId: string | null
  readonly number: number | null
}

export type KeptLine = KeptRate & { readonly agentId: string | null; readonly agentName: string | null }
export type FeedbackLine = Feedback & {
  readonly customerName: string
  readonly productName: string | null
}

export const relationMethods = {
  /** Plans of a customer, those that run first. */
  'plans.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId }),
    output: returns<readonly PlanView[]>(),
  }),
  'planTemplates.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly PlanTemplate[]>(),
  }),
  /** Who is worth a word before they ask, with the reason; what is held back is counted with why. */
  'outreach.list': method({
    owner: 'data',
    kind: 'query',
    /** Only those with this reason; null: all. Counts are of all either way. */
    input: z.strictObject({ reason: z.enum(OUTREACH_REASONS).nullable().default(null) }),
    output: returns<OutreachChoice>(),
  }),
  'outreachRules.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({}),
    output: returns<readonly OutreachSetting[]>(),
  }),
  /** How many people on this laptop a segment is about, of how many. */
  'outreach.segment': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ segment: OutreachSegment }),
    output: returns<{ readonly fits: number; readonly unknown: number; readonly of: number }>(),
  }),
  'surveys.state': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId, ticketId: z.string().nullable().default(null) }),
    output: returns<SurveyState>(),
  }),
  /** Promises kept in a period, for everybody and for each owner. */
  'promises.kept': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ fromMs: z.int(), toMs: z.int() }),
    output: returns<{ readonly all: KeptRate; readonly agents: readonly KeptLine[] }>(),
  }),
  /** Follow-ups done by their day, of everybody and the agent's own, and who was followed up after a painful incident. */
  'followUps.kept': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ fromMs: z.int(), toMs: z.int() }),
    output: returns<{ readonly all: KeptRate; readonly own: KeptRate; readonly coverage: Coverage }>(),
  }),
  /** What the agent has promised and planned by a moment, what is late included, by time. */
  'duties.before': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ untilMs: z.int() }),
    output: returns<readonly DutyLine[]>(),
  }),
  /** What a person wrote about us in public, newest first. */
  'publicPosts.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ customerId: CustomerId, limit: z.int().min(1).max(100).default(20) }),
    output: returns<readonly PublicPost[]>(),
  }),
  /** What was written in public by nobody knows whom, newest first: what waits, or what was set aside. */
  'publicPosts.unplaced': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ isAside: z.boolean(), limit: z.int().min(1).max(500).default(100) }),
    output: returns<{
      readonly posts: readonly UnplacedPost[]
      readonly waiting: number
      readonly aside: number
    }>(),
  }),
  /** What customers said, newest first; of one customer or of all. */
  'feedback.list': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({
      kind: z.enum(FEEDBACK_KINDS),
      customerId: CustomerId.nullable().default(null),
      limit: z.int().min(1).max(500).default(100),
    }),
    output: returns<readonly FeedbackLine[]>(),
  }),
} as const
