import { TICKET_KINDS } from '../work-kind.ts'
import type { TicketKind } from '../work-kind.ts'
import type { Corrections } from './corrections.ts'
import type { Features } from './features.ts'
import { OUTCOMES } from './model.ts'
import type { Judge, TriageModel } from './model.ts'

export const SIDES = ['service', 'support'] as const
export type Side = (typeof SIDES)[number]

export type Verdict = TicketKind | 'unsure'

/** Below this chance the answer is "unsure". */
export const UNSURE_BELOW = 0.6

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score))

export type Knowing = { readonly model: TriageModel; readonly corrections: Corrections }

/** Weight of a feature for one side, what the workspace has taught included. */
export function weightOf({ model, corrections }: Knowing, side: Side, bucket: number): number {
  const { weights, step } = model[side]
  const taught = corrections.get(bucket)
  const extra = taught === undefined ? 0 : side === 'service' ? taught[0] : taught[1]
  return (weights[bucket] ?? 0) * step + extra
}

function scoreOf({ model, corrections }: Knowing, side: Side, { buckets, values }: Features): number {
  const { weights, step, bias } = model[side]
  let score = 0
  for (let index = 0; index < buckets.length; index += 1) {
    score += (values[index] ?? 0) * (weights[buckets[index] ?? 0] ?? 0)
  }
  score = score * step + bias
  if (corrections.size === 0) return score
  const place = side === 'service' ? 0 : 1
  for (let index = 0; index < buckets.length; index += 1) {
    const taught = corrections.get(buckets[index] ?? 0)
    if (taught !== undefined) score += (values[index] ?? 0) * taught[place]
  }
  return score
}

/** What is scored: the whole text, and its sentences where there are several. */
export type Scored = { readonly features: Features; readonly parts: readonly Features[] }
/** Log-odds that the text holds work of each kind, in all of it and in its parts. */
export type Scores = {
  readonly service: number
  readonly support: number
  /** The weaker side of the strongest sentences of each kind: one side here, the other there. */
  readonly apart: number
  /** How much of the text is about the side that has less of it: 0 to 0.5 of its sentences. */
  readonly spread: number
}

/** A sentence that says this little more for one side takes none. */
const UNDECIDED = 0.5
const SPREAD_SCALE = 4
/** What the judge looks at; calibration fits a weight to each. */
export const inputsOf = ({ service, support, apart, spread }: Scores): readonly number[] => [
  1,
  service,
  support,
  Math.min(service, support),
  apart,
  SPREAD_SCALE * spread,
]

/** Of a text in one sentence. */
export const plainScores = (service: number, support: number): Scores => ({
  service,
  support,
  apart: Math.min(service, support),
  spread: 0,
})

/**
 * Scores of a text. It may hold both in all of it, or one side in one sentence and the other in another, which the whole
 * would blur; and a mention in passing is told from half of the mail by how many sentences each side has.
 */
export function scoresOf(knowing: Knowing, { features, parts }: Scored): Scores {
  const whole = plainScores(scoreOf(knowing, 'service', features), scoreOf(knowing, 'support', features))
  if (parts.length === 0) return whole
  let bestService = Number.NEGATIVE_INFINITY
  let bestSupport = Number.NEGATIVE_INFINITY
  const sides = { service: 0, support: 0 }
  for (const part of parts) {
    const service = scoreOf(knowing, 'service', part)
    const support = scoreOf(knowing, 'support', part)
    if (service > support) bestService = Math.max(bestService, service)
    else bestSupport = Math.max(bestSupport, support)
    if (Math.abs(service - support) >= UNDECIDED) sides[service > support ? 'service' : 'support'] += 1
  }
  const decided = sides.service + sides.support
  return {
    ...whole,
    apart: Math.max(whole.apart, Math.min(bestService, bestSupport)),
    spread: decided === 0 ? 0 : Math.min(sides.service, sides.support) / decided,
  }
}

export type Judged = {
  readonly kind: Verdict
  /** What it would be if it had to be one. */
  readonly likeliest: TicketKind
  /** Chance of the likeliest, 0 to 1. */
  readonly confidence: number
}

/** Two scores as one answer of three; the chance that the words say nothing speaks against all of them. */
export function judgeScores(judge: Judge, scores: Scores): Judged {
  const inputs = inputsOf(scores)
  const logits = OUTCOMES.map(outcome =>
    judge[outcome].reduce((sum, weight, index) => sum + weight * (inputs[index] ?? 0), 0),
  )
  const largest = Math.max(...logits)
  const powers = logits.map(logit => Math.exp(logit - largest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  const [likeliest, confidence] = TICKET_KINDS.map((kind, index): [TicketKind, number] => [
    kind,
    (powers[index] ?? 0) / total,
  ]).reduce((best, each) => (each[1] > best[1] ? each : best))
  return { kind: confidence < UNSURE_BELOW ? 'unsure' : likeliest, likeliest, confidence }
}

const NOTHING: Judged = { kind: 'unsure', likeliest: 'service', confidence: 0 }

/** Judges a text; one without a word to go by is unsure. */
export const judge = (knowing: Knowing, given: Scored): Judged =>
  given.features.buckets.length === 0 ? NOTHING : judgeScores(knowing.model.judge, scoresOf(knowing, given))
