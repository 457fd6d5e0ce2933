import { OUTCOMES } from '../../shared/rules/triage/model.ts'
import type { Judge, Outcome } from '../../shared/rules/triage/model.ts'
import type { Scores } from '../../shared/rules/triage/score.ts'

export type Seen = { readonly scores: Scores; readonly outcome: Outcome; readonly weight: number }

const ROUNDS = 1500
const RATE = 0.25
const INPUTS = 4
/** Keeps the few weights small where little is known. */
const DECAY = 1e-3

const inputsOf = ({ service, support, lesser }: Scores): readonly number[] => [1, service, support, lesser]

/** One step of gradient descent for a softmax over two scores and the lesser of them. */
function step(
  judge: number[][],
  rows: readonly { inputs: readonly number[]; at: number; weight: number }[],
): void {
  const slopes = judge.map(weights => weights.map(weight => DECAY * weight))
  for (const { inputs, at, weight } of rows) {
    const logits = judge.map(weights =>
      weights.reduce((sum, each, index) => sum + each * (inputs[index] ?? 0), 0),
    )
    const largest = Math.max(...logits)
    const powers = logits.map(logit => Math.exp(logit - largest))
    const total = powers.reduce((sum, power) => sum + power, 0)
    powers.forEach((power, outcome) => {
      const error = weight * (power / total - (outcome === at ? 1 : 0))
      const slope = slopes[outcome] ?? []
      for (let index = 0; index < INPUTS; index += 1) {
        slope[index] = (slope[index] ?? 0) + error * (inputs[index] ?? 0)
      }
    })
  }
  judge.forEach((weights, outcome) => {
    for (let index = 0; index < INPUTS; index += 1) {
      weights[index] = (weights[index] ?? 0) - RATE * (slopes[outcome]?.[index] ?? 0)
    }
  })
}

/** Scores to chances, by gradient descent on texts the weights had not seen. */
export function fitJudge(seen: readonly Seen[]): Judge {
  const total = seen.reduce((sum, { weight }) => sum + weight, 0) || 1
  const rows = seen.map(({ scores, outcome, weight }) => ({
    inputs: inputsOf(scores),
    at: OUTCOMES.indexOf(outcome),
    weight: weight / total,
  }))
  const judge = OUTCOMES.map(() => Array.from({ length: INPUTS }, () => 0))
  for (let round = 0; round < ROUNDS; round += 1) step(judge, rows)
  const of = (outcome: Outcome): [number, number, number, number] => {
    const [bias = 0, service = 0, support = 0, lesser = 0] = judge[OUTCOMES.indexOf(outcome)] ?? []
    return [bias, service, support, lesser]
  }
  return { service: of('service'), support: of('support'), both: of('both'), neither: of('neither') }
}

export type Bin = {
  readonly from: number
  readonly count: number
  readonly said: number
  readonly right: number
}

const BINS = 10

/** How often what was said with a confidence was right, by tenths. */
export function reliability(judged: readonly { confidence: number; isRight: boolean }[]): readonly Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = judged.filter(
      ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin,
    )
    const mean = (values: readonly number[]): number =>
      values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
    return {
      from: bin / BINS,
      count: inside.length,
      said: mean(inside.map(({ confidence }) => confidence)),
      right: mean(inside.map(({ isRight }) => (isRight ? 1 : 0))),
    }
  })
}

/** Mean distance between what was said and what was right, weighted by how often it was said. */
export function calibrationError(bins: readonly Bin[]): number {
  const total = bins.reduce((sum, { count }) => sum + count, 0) || 1
  return bins.reduce((sum, { count, said, right }) => sum + (count / total) * Math.abs(said - right), 0)
}
