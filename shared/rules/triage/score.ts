import { TICKET_KINDS } from '../work-kind.ts'
import type { TicketKind } from '../work-kind.ts'
import { clauseScoresOf, leanOf, NO_CLAUSES } from './deciding-clauses.ts'
import type { ClauseScores } from './deciding-clauses.ts'
import type { Features } from './features.ts'
import { SINGLE_OUTCOMES } from './model.ts'
import type { Judge } from './model.ts'
import type { Clause } from './read-ticket.ts'
import { pairOf, UNDECIDED } from './side-score.ts'
import type { Knowing, Pair } from './side-score.ts'

export type Verdict = TicketKind | 'unsure'

/** Below this chance the answer is "unsure". */
export const UNSURE_BELOW = 0.6

export const logistic = (score: number): number => 1 / (1 + Math.exp(-score))

/** What is scored: the whole text, and its sentences and clauses where there are several. */
export type Scored = {
  readonly features: Features
  readonly parts: readonly Features[]
  readonly clauses: readonly Clause[]
}
/** Log-odds that the text holds work of each kind, in all of it and in its parts. */
export type Scores = {
  readonly service: number
  readonly support: number
  /** The weaker side of the strongest sentences of each kind: one side here, the other there. */
  readonly apart: number
  /** How much of the text is about the side that has less of it: 0 to 0.5 of its sentences. */
  readonly spread: number
  /** How far its sentences lean to the side that has less of them. */
  readonly lean: number
  /** Words that count, each once: in more of them one is sooner taken for the other side. */
  readonly words: number
  readonly clauses: ClauseScores
}

const SPREAD_SCALE = 4
/** What the judge looks at to tell the kinds apart; calibration fits a weight to each. */
export const inputsOf = ({ service, support, apart, spread }: Scores): readonly number[] => [
  1,
  service,
  support,
  Math.min(service, support),
  apart,
  SPREAD_SCALE * spread,
]

/** From here on a clause leans so clearly that more of it counts by itself. */
const CLEAR_LEAN = 2
/** What the judge looks at to tell both from one: nothing in it is about which of the two. */
export const bothInputsOf = ({ service, support, clauses, ...whole }: Scores): readonly number[] => [
  1,
  Math.min(service, support),
  whole.apart,
  SPREAD_SCALE * whole.spread,
  whole.lean,
  Math.log1p(whole.words),
  clauses.parted,
  clauses.clear,
  Math.max(0, clauses.clear),
  clauses.lean,
  Math.max(0, clauses.lean - CLEAR_LEAN),
  SPREAD_SCALE * clauses.shared,
  Math.log1p(clauses.count),
]

/** Of a text in one sentence. */
export const plainScores = (service: number, support: number): Scores => ({
  service,
  support,
  apart: Math.min(service, support),
  spread: 0,
  lean: NO_CLAUSES.lean,
  words: 0,
  clauses: NO_CLAUSES,
})

/** How the sentences of a text are shared between the sides. */
function scoreParts(pairs: readonly Pair[]): Pick<Scores, 'apart' | 'spread' | 'lean'> {
  let bestService = Number.NEGATIVE_INFINITY
  let bestSupport = Number.NEGATIVE_INFINITY
  const sides = { service: 0, support: 0 }
  for (const { service, support } of pairs) {
    if (service > support) bestService = Math.max(bestService, service)
    else bestSupport = Math.max(bestSupport, support)
    if (Math.abs(service - support) >= UNDECIDED) sides[service > support ? 'service' : 'support'] += 1
  }
  const decided = sides.service + sides.support
  return {
    apart: Math.min(bestService, bestSupport),
    spread: decided === 0 ? 0 : Math.min(sides.service, sides.support) / decided,
    lean: leanOf(pairs),
  }
}

/** The features of a token stand together. */
const wordsIn = ({ tokens }: Features): number =>
  tokens.reduce((count, token, index) => (index > 0 && tokens[index - 1] === token ? count : count + 1), 0)

/**
 * Scores of a text. It may hold both in all of it, or one side in one sentence or clause and the other in another, which
 * the whole would blur; and a mention in passing is told from half of the mail by how many sentences each side has.
 */
export function scoresOf(knowing: Knowing, { features, parts, clauses }: Scored): Scores {
  const { service, support } = pairOf(knowing, features)
  const whole = plainScores(service, support)
  const { apart, ...shares } = scoreParts(parts.map(part => pairOf(knowing, part)))
  return {
    ...whole,
    ...shares,
    apart: Math.max(whole.apart, apart),
    words: wordsIn(features),
    clauses: clauseScoresOf(knowing, clauses),
  }
}

export type Judged = {
  readonly kind: Verdict
  /** What it would be if it had to be one. */
  readonly likeliest: TicketKind
  /** Chance of the likeliest, 0 to 1. */
  readonly confidence: number
}

const weighed = (weights: readonly number[], inputs: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * (inputs[index] ?? 0), 0)

/** Chances of what the text is if it is not both, as a softmax. */
function singleChances(judge: Judge, scores: Scores): readonly number[] {
  const inputs = inputsOf(scores)
  const logits = SINGLE_OUTCOMES.map(outcome => weighed(judge[outcome], inputs))
  const largest = Math.max(...logits)
  const powers = logits.map(logit => Math.exp(logit - largest))
  const total = powers.reduce((sum, power) => sum + power, 0)
  return powers.map(power => power / total)
}

/**
 * Scores as one answer of three: first whether the text holds both, then which of the two it holds if it does not; the
 * chance that the words say nothing speaks against all of them.
 */
export function judgeScores(judge: Judge, scores: Scores): Judged {
  const both = logistic(weighed(judge.both, bothInputsOf(scores)))
  const [service = 0, support = 0] = singleChances(judge, scores).map(chance => (1 - both) * chance)
  const chances: Readonly<Record<TicketKind, number>> = { service, support, both }
  const [likeliest, confidence] = TICKET_KINDS.map((kind): [TicketKind, number] => [
    kind,
    chances[kind],
  ]).reduce((best, each) => (each[1] > best[1] ? each : best))
  return { kind: confidence < UNSURE_BELOW ? 'unsure' : likeliest, likeliest, confidence }
}

const NOTHING: Judged = { kind: 'unsure', likeliest: 'service', confidence: 0 }

/** Judges a text; one without a word to go by is unsure. */
export const judge = (knowing: Knowing, given: Scored): Judged =>
  given.features.buckets.length === 0 ? NOTHING : judgeScores(knowing.model.judge, scoresOf(knowing, given))
