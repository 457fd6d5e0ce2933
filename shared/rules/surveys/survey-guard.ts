import type { Survey } from '../../domain/commerce.ts'
import type { SURVEY_KINDS } from '../../domain/values.ts'
import type { Thread } from '../../domain/tickets.ts'
import { surveyRule } from './survey-rule.ts'
import type { SurveyRule } from './survey-rule.ts'

export type SurveyKind = (typeof SURVEY_KINDS)[number]

const STANDARD = surveyRule(null)
/** Nobody is asked twice within this time, unless the team has set another. */
export const LEAST_GAP_MS = STANDARD.gapMs

/** Lowest and highest score of each kind. */
export const SCORES: Readonly<Record<SurveyKind, readonly [number, number]>> = {
  csat: [1, 5],
  nps: [0, 10],
  ces: [1, 7],
}
export const isScore = (kind: Survey['kind'], score: number): boolean =>
  kind !== 'other' && Number.isInteger(score) && score >= SCORES[kind][0] && score <= SCORES[kind][1]

export type SurveyFacts = {
  /** Every survey the customer was ever asked, answered or not. */
  readonly asked: readonly Pick<Survey, 'kind' | 'ticketId' | 'askedAtMs'>[]
  /** The ticket at hand; null: none. */
  readonly ticket: {
    readonly id: string
    readonly threads: readonly Pick<Thread, 'kind' | 'state' | 'solvedAtMs' | 'restoredAtMs'>[]
  } | null
  /** Something of the customer's does not work, and function is not restored (`silenceOf`). */
  readonly hasIncident: boolean
  /** The customer said not to be asked (`refusesSurveys`). */
  readonly hasRefused: boolean
  readonly customerSinceMs: number | null
  readonly nowMs: number
  /** The team's own times; left out: as they come. */
  readonly rule?: SurveyRule
}

/** Why a survey is not asked now. */
export type SurveyRefusal =
  | 'refused'
  | 'incident-open'
  | 'other-on-ticket'
  | 'asked-lately'
  | 'no-ticket'
  | 'not-solved'
  | 'too-early'
  | 'too-late'

const isDone = ({ state }: Pick<Thread, 'state'>): boolean => state === 'solved' || state === 'closed'

/** When the last of the threads was done, ms; null while one is not, or when there is none. */
function doneAtMs(threads: readonly Pick<Thread, 'state' | 'solvedAtMs'>[]): number | null {
  if (threads.length === 0 || !threads.every(isDone)) return null
  return Math.max(...threads.map(({ solvedAtMs }) => solvedAtMs ?? 0))
}

function timeRefusal(kind: SurveyKind, facts: SurveyFacts): SurveyRefusal | null {
  const { ticket, asked, customerSinceMs, nowMs, rule = STANDARD } = facts
  if (kind === 'nps') {
    const last = Math.max(0, ...asked.filter(each => each.kind === 'nps').map(each => each.askedAtMs))
    const isDue = nowMs - last >= rule.npsEveryMs && nowMs - (customerSinceMs ?? nowMs) >= rule.npsAfterMs
    return isDue ? null : 'too-early'
  }
  if (!ticket) return 'no-ticket'
  const { threads } = ticket
  const own = kind === 'ces' ? threads.filter(thread => thread.kind === 'support') : threads
  if (kind === 'csat' && !threads.some(thread => thread.kind === 'service')) return 'not-solved'
  const doneMs = doneAtMs(own)
  if (doneMs === null) return 'not-solved'
  if (kind === 'ces' && nowMs - doneMs < rule.cesAfterMs) return 'too-early'
  return nowMs - doneMs > rule.askWithinMs ? 'too-late' : null
}

/**
 * Whether a survey may be asked now: one kind for each contact, none within the least time between two, none while
 * something does not work, none of whoever said not to be asked. Null: it may.
 */
export function surveyRefusal(kind: SurveyKind, facts: SurveyFacts): SurveyRefusal | null {
  const { asked, ticket, hasIncident, hasRefused, nowMs, rule = STANDARD } = facts
  if (hasRefused) return 'refused'
  if (hasIncident) return 'incident-open'
  if (ticket && asked.some(({ ticketId }) => ticketId === ticket.id)) return 'other-on-ticket'
  if (isAskedLately(asked, nowMs, rule.gapMs)) return 'asked-lately'
  return timeRefusal(kind, facts)
}

/** Surveys within the least time between two, whoever asked them. */
export const isAskedLately = (
  asked: readonly Pick<Survey, 'askedAtMs'>[],
  nowMs: number,
  gapMs: number = LEAST_GAP_MS,
): boolean => asked.some(({ askedAtMs }) => Math.abs(nowMs - askedAtMs) < gapMs)

/** What this contact is about comes before what is asked of everybody. */
const ORDER = ['ces', 'csat', 'nps'] as const

/** The one survey there is to ask now; null: none. */
export const surveyToAsk = (facts: SurveyFacts): SurveyKind | null =>
  ORDER.find(kind => surveyRefusal(kind, facts) === null) ?? null
