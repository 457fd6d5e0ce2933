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

function scoreOf(model: TriageModel, side: Side, given: Scored): number {
  const { buckets, values } = given.features
  const knowing = { model, corrections: given.corrections }
  let score = model[side].bias
  for (let index = 0; index < buckets.length; index += 1) {
    score += (values[index] ?? 0) * weightOf(knowing, side, buckets[index] ?? 0)
  }
  return score
}

export type Scored = { readonly features: Features; readonly corrections: Corrections }
export type Scores = Readonly<Record<Side, number>>

/** Log-odds that the text holds work of each kind. */
export const scoresOf = (model: TriageModel, given: Scored): Scores => ({
  service: scoreOf(model, 'service', given),
  support: scoreOf(model, 'support', given),
})

export type Judged = {
  readonly kind: Verdict
  /** What it would be if it had to be one. */
  readonly likeliest: TicketKind
  /** Chance of the likeliest, 0 to 1. */
  readonly confidence: number
}

/** Two scores as one answer of three; the chance that the words say nothing speaks against all of them. */
export function judgeScores(judge: Judge, { service, support }: Scores): Judged {
  const lesser = Math.min(service, support)
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
export const judge = (model: TriageModel, given: Scored): Judged =>
  given.features.buckets.length === 0 ? NOTHING : judgeScores(model.judge, scoresOf(model, given))
