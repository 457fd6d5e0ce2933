import type { Survey } from '../../domain/commerce.ts'
import type { SURVEY_KINDS } from '../../domain/values.ts'
import type { Thread } from '../../domain/tickets.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

export type SurveyKind = (typeof SURVEY_KINDS)[number]

/** Nobody is asked twice within this time, whatever for. */
export const LEAST_GAP_MS = 14 * DAY_MS
/** How they see us as a whole is asked once in so long. */
export const NPS_EVERY_MS = 90 * DAY_MS
/** Whoever is a customer for less has no opinion to give yet. */
export const NPS_AFTER_MS = 30 * DAY_MS
/** How much effort it took is asked when it has settled, not while they try it out. */
export const CES_AFTER_MS = DAY_MS
/** Later than this nobody remembers. */
export const ASK_WITHIN_MS = 7 * DAY_MS

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
  const { ticket, asked, customerSinceMs, nowMs } = facts
  if (kind === 'nps') {
    const last = Math.max(0, ...asked.filter(each => each.kind === 'nps').map(each => each.askedAtMs))
    const isDue = nowMs - last >= NPS_EVERY_MS && nowMs - (customerSinceMs ?? nowMs) >= NPS_AFTER_MS
    return isDue ? null : 'too-early'
  }
  if (!ticket) return 'no-ticket'
  const { threads } = ticket
  const own = kind === 'ces' ? threads.filter(thread => thread.kind === 'support') : threads
  if (kind === 'csat' && !threads.some(thread => thread.kind === 'service')) return 'not-solved'
  const doneMs = doneAtMs(own)
  if (doneMs === null) return 'not-solved'
  if (kind === 'ces' && nowMs - doneMs < CES_AFTER_MS) return 'too-early'
  return nowMs - doneMs > ASK_WITHIN_MS ? 'too-late' : null
}

/**
 * Whether a survey may be asked now: one kind for each contact, none within `LEAST_GAP_MS` of another, none while
 * something does not work, none of whoever said not to be asked. Null: it may.
 */
export function surveyRefusal(kind: SurveyKind, facts: SurveyFacts): SurveyRefusal | null {
  const { asked, ticket, hasIncident, hasRefused, nowMs } = facts
  if (hasRefused) return 'refused'
  if (hasIncident) return 'incident-open'
  if (ticket && asked.some(({ ticketId }) => ticketId === ticket.id)) return 'other-on-ticket'
  if (isAskedLately(asked, nowMs)) return 'asked-lately'
  return timeRefusal(kind, facts)
}

/** Surveys within the least time between two, whoever asked them. */
export const isAskedLately = (asked: readonly Pick<Survey, 'askedAtMs'>[], nowMs: number): boolean =>
  asked.some(({ askedAtMs }) => Math.abs(nowMs - askedAtMs) < LEAST_GAP_MS)

/** What this contact is about comes before what is asked of everybody. */
const ORDER = ['ces', 'csat', 'nps'] as const

/** The one survey there is to ask now; null: none. */
export const surveyToAsk = (facts: SurveyFacts): SurveyKind | null =>
  ORDER.find(kind => surveyRefusal(kind, facts) === null) ?? null
