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

function scoreOf(knowing: Knowing, side: Side, { buckets, values }: Features): number {
  let score = knowing.model[side].bias
  for (let index = 0; index < buckets.length; index += 1) {
    score += (values[index] ?? 0) * weightOf(knowing, side, buckets[index] ?? 0)
  }
  return score
}

/** What is scored: the whole text, and its sentences where there are several. */
export type Scored = { readonly features: Features; readonly parts: readonly Features[] }
/** Log-odds that the text holds work of each kind, and that it holds both. */
export type Scores = { readonly service: number; readonly support: number; readonly lesser: number }

/**
 * Scores of a text. It holds both as far as the weaker side goes: in all of it, or one side in one sentence and the
 * other in another, which the whole would blur.
 */
export function scoresOf(knowing: Knowing, { features, parts }: Scored): Scores {
  const service = scoreOf(knowing, 'service', features)
  const support = scoreOf(knowing, 'support', features)
  let bestService = Number.NEGATIVE_INFINITY
  let bestSupport = Number.NEGATIVE_INFINITY
  for (const part of parts) {
    const first = scoreOf(knowing, 'service', part)
    const second = scoreOf(knowing, 'support', part)
    if (first > second) bestService = Math.max(bestService, first)
    else bestSupport = Math.max(bestSupport, second)
  }
  const lesser = Math.max(Math.min(service, support), Math.min(bestService, bestSupport))
  return { service, support, lesser }
}

export type Judged = {
  readonly kind: Verdict
  /** What it would be if it had to be one. */
  readonly likeliest: TicketKind
  /** Chance of the likeliest, 0 to 1. */
  readonly confidence: number
}

/** Two scores as one answer of three; the chance that the words say nothing speaks against all of them. */
export function judgeScores(judge: Judge, { service, support, lesser }: Scores): Judged {
  const logits = OUTCOMES.map(outcome => {
    const [bias, first, second, third] = judge[outcome]
    return bias + first * service + second * support + third * lesser
  })
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
