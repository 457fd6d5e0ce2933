import { OUTCOMES } from '../../shared/rules/triage/model.ts'
import type { Judge, Outcome } from '../../shared/rules/triage/model.ts'
import type { Scores } from '../../shared/rules/triage/score.ts'
import { inputsOf } from '../../shared/rules/triage/score.ts'

export type Seen = { readonly scores: Scores; readonly outcome: Outcome; readonly weight: number }

const ROUNDS = 500
const RATE = 0.2
/** Keeps the few weights small where little is known. */
const DECAY = 1e-3

type Row = { readonly inputs: readonly number[]; readonly at: number; readonly weight: number }
type Grid = readonly number[][]

const grid = (width: number): Grid => OUTCOMES.map(() => Array.from({ length: width }, () => 0))
const cell = (of: Grid, row: number, column: number): number => of[row]?.[column] ?? 0

/** Slope of the loss of a softmax over what the judge looks at. */
function slopesOf(judge: Grid, rows: readonly Row[]): Grid {
  const slopes = judge.map(weights => weights.map(weight => DECAY * weight))
  const powers = judge.map(() => 0)
  for (const { inputs, at, weight } of rows) {
    let largest = Number.NEGATIVE_INFINITY
    for (let outcome = 0; outcome < judge.length; outcome += 1) {
      let logit = 0
      for (let index = 0; index < inputs.length; index += 1) {
        logit += cell(judge, outcome, index) * (inputs[index] ?? 0)
      }
      powers[outcome] = logit
      largest = Math.max(largest, logit)
    }
    let total = 0
    for (let outcome = 0; outcome < judge.length; outcome += 1) {
      const power = Math.exp((powers[outcome] ?? 0) - largest)
      powers[outcome] = power
      total += power
    }
    for (let outcome = 0; outcome < judge.length; outcome += 1) {
      const error = weight * ((powers[outcome] ?? 0) / total - (outcome === at ? 1 : 0))
      const slope = slopes[outcome] ?? []
      for (let index = 0; index < inputs.length; index += 1) {
        slope[index] = (slope[index] ?? 0) + error * (inputs[index] ?? 0)
      }
    }
  }
  return slopes
}

/** What the judge looks at stands in this order; see `inputsOf`. */
const SERVICE_SCORE = 1
const SUPPORT_SCORE = 2

/**
 * Neither side is looked at otherwise than the other: a judge that leaned to one would have learnt how often the sources
 * hold it, and no ticket of another source keeps to that.
 */
function balance(judge: Grid): void {
  const [service = [], support = [], ...others] = judge
  const even = (one: number[], at: number, second: { of: number[]; at: number }): void => {
    const mean = ((one[at] ?? 0) + (second.of[second.at] ?? 0)) / 2
    one[at] = mean
    second.of[second.at] = mean
  }
  service.forEach((_, index) => {
    const mirrored = index === SERVICE_SCORE ? SUPPORT_SCORE : index === SUPPORT_SCORE ? SERVICE_SCORE : index
    even(service, index, { of: support, at: mirrored })
  })
  for (const weights of others) even(weights, SERVICE_SCORE, { of: weights, at: SUPPORT_SCORE })
}

/** Scores to chances, by gradient descent (AdaGrad over all rows) on texts the weights had not seen. */
export function fitJudge(seen: readonly Seen[]): Judge {
  const total = seen.reduce((sum, { weight }) => sum + weight, 0) || 1
  const rows = seen.map(({ scores, outcome, weight }) => ({
    inputs: inputsOf(scores),
    at: OUTCOMES.indexOf(outcome),
    weight: weight / total,
  }))
  const width = rows[0]?.inputs.length ?? 0
  const [judge, squares] = [grid(width), grid(width)]
  for (let round = 0; round < ROUNDS; round += 1) {
    slopesOf(judge, rows).forEach((slopes, outcome) => {
      slopes.forEach((slope, index) => {
        const square = cell(squares, outcome, index) + slope * slope
        const [weights, sums] = [judge[outcome] ?? [], squares[outcome] ?? []]
        sums[index] = square
        weights[index] = cell(judge, outcome, index) - (RATE * slope) / Math.sqrt(square + 1e-12)
      })
    })
    balance(judge)
  }
  const of = (outcome: Outcome): readonly number[] => judge[OUTCOMES.indexOf(outcome)] ?? []
  return { service: of('service'), support: of('support'), both: of('both'), neither: of('neither') }
}

export type Bin = {
  readonly from: number
  /** Weight of what fell into it. */
  readonly count: number
  readonly said: number
  readonly right: number
}

const BINS = 10

/** How often what was said with a confidence was right, by tenths. `weight`: 1 unless told. */
export function reliability(
  judged: readonly { confidence: number; isRight: boolean; weight?: number }[],
): readonly Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = judged.filter(
      ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin,
    )
    const sum = (of: (each: (typeof inside)[number]) => number): number =>
      inside.reduce((all, each) => all + of(each) * (each.weight ?? 1), 0)
    const count = sum(() => 1)
    const mean = (of: (each: (typeof inside)[number]) => number): number =>
      count === 0 ? 0 : sum(of) / count
    return {
      from: bin / BINS,
      count,
      said: mean(({ confidence }) => confidence),
      right: mean(({ isRight }) => (isRight ? 1 : 0)),
    }
  })
}

/** Mean distance between what was said and what was right, weighted by how often it was said. */
export function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0) || 1
  return bins.reduce((sum, { count, said, right }) => sum + (count / total) * Math.abs(said - right), 0)
}
