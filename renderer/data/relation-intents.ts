import type { Survey } from '../../shared/domain/commerce.ts'
import type { FeedbackKind } from '../../shared/domain/feedback.ts'
import type { Plan, PlanStep, PlanTemplate } from '../../shared/domain/plans.ts'
import type { PublicPost } from '../../shared/domain/public-posts.ts'
import type { MutationArgs } from '../../shared/mutations/index.ts'
import type { OutreachEntry } from '../../shared/rules/outreach/choose-outreach.ts'
import { plannedSteps } from '../../shared/rules/plans/progress.ts'
import type { SurveyKind } from '../../shared/rules/surveys/survey-guard.ts'
import { makeId } from '../lib/make-id.ts'
import { act } from './use-action.ts'

type StartPlan = {
  readonly customerId: string
  readonly ticketId: string | null
  readonly template: PlanTemplate
  readonly name: string
  readonly ownerId: string | null
  readonly startMs: number
  /** Plans of the customer that are on the screen. */
  readonly seen: readonly string[]
}

/** Begins a plan with the steps of its template, from a day on. */
export const startPlan = ({ template, startMs, seen, ...plan }: StartPlan) =>
  act('plan.start', {
    ...plan,
    planId: makeId(),
    template: { id: template.id, version: template.version },
    steps: plannedSteps(template.steps, { startMs, ownerId: plan.ownerId }).map(step => ({
      ...step,
      id: makeId(),
    })),
    seen: [...seen],
  })

type PlanEnd = 'active' | 'cancelled'
export const endPlan = ({ id, state }: Plan, end: PlanEnd) =>
  act('plan.end', { planId: id, state: end, seen: state })

type StepEnd = 'open' | 'done' | 'skipped'
export const closeStep = ({ id, state }: PlanStep, end: StepEnd) =>
  act('planStep.close', { stepId: id, state: end, seen: state })

export const moveStep = ({ id, dueAtMs }: PlanStep, value: number) =>
  act('planStep.edit', { stepId: id, due: { seen: dueAtMs, value }, owner: null })

export const giveStep = ({ id, ownerId }: PlanStep, value: string | null) =>
  act('planStep.edit', { stepId: id, due: null, owner: { seen: ownerId, value } })

type Decision = {
  readonly state: 'done' | 'skipped' | 'snoozed'
  readonly untilMs?: number
  readonly note?: string
}
export const decideOutreach = (
  { customerId, reason, occasion }: Pick<OutreachEntry, 'customerId' | 'reason' | 'occasion'>,
  { state, untilMs, note }: Decision,
) =>
  act('outreach.decide', {
    outreachId: makeId(),
    customerId,
    reason,
    occasion,
    state,
    untilMs: untilMs ?? null,
    note: note ?? null,
    seen: 'open',
  })

type Ask = {
  readonly customerId: string
  readonly ticketId: string | null
  readonly kind: SurveyKind
  readonly askedIds: readonly string[]
}
/** What is asked of the whole relationship belongs to no ticket. */
export const askSurvey = ({ customerId, ticketId, kind, askedIds }: Ask) =>
  act('survey.ask', {
    surveyId: makeId(),
    customerId,
    ticketId: kind === 'nps' ? null : ticketId,
    kind,
    seen: [...askedIds],
  })

export const answerSurvey = ({ id, score: seen }: Survey, score: number | null, comment: string | null) =>
  act('survey.answer', { surveyId: id, score, comment, seen })

type Said = {
  readonly customerId: string
  readonly ticketId: string | null
  readonly kind: FeedbackKind
  readonly area: string
  readonly productId: string | null
  readonly text: string
  readonly watched?: string
}
export const addFeedback = (said: Said) => act('feedback.add', { feedbackId: makeId(), ...said })

const FIRST_WORDS = 80

/** Answers a public post with a ticket of its own: the post is what came in, and whoever answers owns it. */
export async function answerPost(post: PublicPost, ownerId: string | null): Promise<string | null> {
  const ticketId = makeId()
  const { id: postId, customerId, author, body, place } = post
  const made: MutationArgs<'ticket.create'> = {
    ticketId,
    customerId,
    subject: `${place}: ${body}`.slice(0, FIRST_WORDS),
    channel: 'social',
    tags: [],
    fields: {},
    threads: [
      { id: makeId(), kind: 'service', state: 'open', priority: 'normal', teamId: null, assigneeId: ownerId },
    ],
    message: {
      id: makeId(),
      direction: 'in',
      from: author === null ? null : { name: author, address: place },
      to: [],
      cc: [],
      bodyText: body,
      bodyHtml: null,
      attachments: [],
    },
    note: null,
  }
  const answer: MutationArgs<'publicPost.answer'> = { postId, ticketId, seen: post.ticketId }
  const items = [
    { name: 'ticket.create', args: made },
    { name: 'publicPost.answer', args: answer },
  ]
  return (await act('mutations.group', { items })) === null ? null : ticketId
}
