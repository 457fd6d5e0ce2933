import { SINGLE_OUTCOMES } from '../../shared/rules/triage/model.ts'
import type { Judge, Outcome } from '../../shared/rules/triage/model.ts'
import type { Scores } from '../../shared/rules/triage/score.ts'
import { bothInputsOf, inputsOf } from '../../shared/rules/triage/score.ts'

export type Seen = { readonly scores: Scores; readonly outcome: Outcome; readonly weight: number }

const ROUNDS = 500
const RATE = 0.2
/** Keeps the few weights small where little is known. */
const DECAY = 1e-3

type Row = { readonly inputs: readonly number[]; readonly at: number; readonly weight: number }
type Grid = readonly number[][]

const grid = (height: number, width: number): Grid =>
  Array.from({ length: height }, () => Array.from({ length: width }, () => 0))
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

type Fitting = {
  readonly outcomes: number
  /** What has to hold of the weights, put right after every round. */
  readonly keep: (judge: Grid) => void
}

/** A softmax by gradient descent (AdaGrad over all rows); every row's weight counts as a share of all. */
function fitSoftmax(rows: readonly Row[], { outcomes, keep }: Fitting): Grid {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0) || 1
  const shares = rows.map(row => ({ ...row, weight: row.weight / total }))
  const width = rows[0]?.inputs.length ?? 0
  const [judge, squares] = [grid(outcomes, width), grid(outcomes, width)]
  for (let round = 0; round < ROUNDS; round += 1) {
    slopesOf(judge, shares).forEach((slopes, outcome) => {
      slopes.forEach((slope, index) => {
        const square = cell(squares, outcome, index) + slope * slope
        const [weights, sums] = [judge[outcome] ?? [], squares[outcome] ?? []]
        sums[index] = square
        weights[index] = cell(judge, outcome, index) - (RATE * slope) / Math.sqrt(square + 1e-12)
      })
    })
    keep(judge)
  }
  return judge
}

type Singles = Pick<Judge, (typeof SINGLE_OUTCOMES)[number]>

/** Which kind it is when it is not both; fitted on texts of one kind or none. */
function fitSingles(seen: readonly Seen[]): Singles {
  const rows = seen.flatMap(({ scores, outcome, weight }) =>
    outcome === 'both' ? [] : [{ inputs: inputsOf(scores), at: SINGLE_OUTCOMES.indexOf(outcome), weight }],
  )
  const [service = [], support = [], neither = []] = fitSoftmax(rows, { outcomes: 3, keep: balance })
  return { service, support, neither }
}

/** Whether it is both, as log-odds. */
function fitBoth(seen: readonly Seen[]): readonly number[] {
  const rows = seen.map(({ scores, outcome, weight }) => ({
    inputs: bothInputsOf(scores),
    at: outcome === 'both' ? 1 : 0,
    weight,
  }))
  const [other = [], both = []] = fitSoftmax(rows, { outcomes: 2, keep: () => undefined })
  return both.map((weight, index) => weight - (other[index] ?? 0))
}

/** Scores to chances, on texts the weights had not seen. */
export const fitJudge = (seen: readonly Seen[]): Judge => ({ ...fitSingles(seen), both: fitBoth(seen) })

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
