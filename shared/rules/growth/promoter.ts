import type { Survey } from '../../domain/commerce.ts'
import type { Opportunity } from '../../domain/growth.ts'
import type { Silence } from '../experience/silence.ts'

const DAY_MS = 86_400_000
/** From this score on somebody would recommend us. */
export const PROMOTER_SCORE = 9
/** An answer older than this says little about today. */
export const PROMOTER_FOR_MS = 180 * DAY_MS
/** Whoever was asked for a word about us is left alone for so long, whatever they answered. */
export const FAVOUR_EVERY_MS = 365 * DAY_MS

type Answer = Pick<Survey, 'id' | 'kind' | 'score' | 'askedAtMs' | 'answeredAtMs'>
export type PromoterFacts = {
  readonly surveys: readonly Answer[]
  readonly opportunities: readonly Pick<Opportunity, 'kind' | 'createdAtMs'>[]
  readonly silence: Silence | null
  /** They said that they want no words from us they did not ask for (`refusesOutreach`). */
  readonly hasRefused: boolean
  /** A complaint of theirs is not settled. */
  readonly hasComplaint: boolean
  readonly nowMs: number
}

export type Promoter = { readonly surveyId: string; readonly score: number; readonly atMs: number }

const answeredAt = ({ answeredAtMs, askedAtMs }: Answer): number => answeredAtMs ?? askedAtMs

/** Their last word on whether they would recommend us, if it is a good one and still fresh. */
export function promoterOf({ surveys, nowMs }: Pick<PromoterFacts, 'surveys' | 'nowMs'>): Promoter | null {
  const last = surveys
    .filter(({ kind, score }) => kind === 'nps' && score !== null)
    .toSorted((a, b) => answeredAt(b) - answeredAt(a))[0]
  if (!last || last.score === null || last.score < PROMOTER_SCORE) return null
  const atMs = answeredAt(last)
  return nowMs - atMs <= PROMOTER_FOR_MS ? { surveyId: last.id, score: last.score, atMs } : null
}

/**
 * Whether to ask for a referral now: of promoters, once, and never while something of theirs is broken or a complaint is
 * open, nor of whoever wants no such words. Null: do not.
 */
export function favourToAsk(facts: PromoterFacts): Promoter | null {
  const { opportunities, silence, hasComplaint, hasRefused, nowMs } = facts
  if (silence !== null || hasComplaint || hasRefused) return null
  const wasAsked = opportunities.some(
    ({ kind, createdAtMs }) =>
      (kind === 'referral' || kind === 'testimonial') && nowMs - createdAtMs < FAVOUR_EVERY_MS,
  )
  return wasAsked ? null : promoterOf(facts)
}
