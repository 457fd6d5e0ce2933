import { groupBy } from '../../shared/rules/group-by.ts'
import { FEATURE_COUNT } from '../../shared/rules/triage/features.ts'
import type { Features } from '../../shared/rules/triage/features.ts'
import type { OneSided } from '../../shared/rules/triage/model.ts'
import { readTicket } from '../../shared/rules/triage/read-ticket.ts'
import type { ReadTicket } from '../../shared/rules/triage/read-ticket.ts'
import { logistic } from '../../shared/rules/triage/score.ts'
import type { Side } from '../../shared/rules/triage/side-score.ts'
import type { Example } from './example.ts'

export type Prepared = { readonly example: Example } & Pick<ReadTicket, 'features' | 'parts' | 'clauses'>

export const prepare = (examples: readonly Example[]): readonly Prepared[] =>
  examples.map(example => {
    const { features, parts, clauses } = readTicket(example.subject, example.body)
    return { example, features, parts, clauses }
  })

/** What the fit can be tried with; the values are those that did best on sources left out. */
export type FitOptions = {
  readonly epochs: number
  readonly rate: number
  /** Pull of every weight towards nothing, per step of the feature. */
  readonly decay: number
  /** Share of a text's features that a pass leaves out, so that no single word carries a text. */
  readonly dropout: number
  /** How much slower a feature learns that only one source has, or two: it may tell the source, not the kind. */
  readonly lonely: readonly [one: number, two: number]
}
export const FIT: FitOptions = { epochs: 9, rate: 0.5, decay: 2e-5, dropout: 0.3, lonely: [0.5, 0.8] }

/** How heavy a source is as a whole, however many rows it has. */
const MASS: Readonly<Record<string, number>> = {
  banking77: 1.2,
  bitext: 1,
  it_tickets: 1.2,
  askubuntu: 0.4,
  webapps: 0.25,
  paired: 0.8,
  'bundles-banking77': 0.3,
  'bundles-bitext': 0.3,
  'bundles-it_tickets': 0.3,
  'bundles-askubuntu': 0.15,
  'bundles-webapps': 0.15,
  'letters-en': 0.8,
  'letters-de': 0.8,
  'letters-es': 0.8,
  'letters-fr': 0.8,
  'letters-pt': 0.8,
  'words-en': 0.5,
  'words-de': 0.7,
  'words-es': 0.7,
  'words-fr': 0.7,
  'words-pt': 0.7,
}
const OWN_MASS = 1
const AVERAGE_ROWS = 2000

const isWanted = ({ kind }: Example, side: Side): boolean => kind === side || kind === 'both'

/** Weight of each row, so that neither a long source nor a frequent kind decides by its number. */
function rowWeights(rows: readonly Prepared[], side: Side): Float64Array {
  const keyOf = ({ example }: Prepared): string => `${example.source}:${isWanted(example, side)}`
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(keyOf(row), (counts.get(keyOf(row)) ?? 0) + 1)
  const weights = rows.map(row => {
    const mass = MASS[row.example.source] ?? OWN_MASS
    return Math.min(4, (mass * AVERAGE_ROWS) / 2 / (counts.get(keyOf(row)) ?? 1))
  })
  const total = (wanted: boolean): number =>
    rows.reduce(
      (sum, row, index) => sum + (isWanted(row.example, side) === wanted ? (weights[index] ?? 0) : 0),
      0,
    )
  const balance = total(false) / Math.max(1, total(true))
  return Float64Array.from(
    rows,
    (row, index) => (weights[index] ?? 0) * (isWanted(row.example, side) ? balance : 1),
  )
}

/** The numbers below `count` in a seeded order. */
export function shuffled(count: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index)
  for (let index = count - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1))
    const kept = order[index] ?? 0
    order[index] = order[other] ?? 0
    order[other] = kept
  }
  return order
}

export type Fitted = { readonly weights: Float64Array; readonly bias: number }

/** Rows of a source that have a feature before it counts as the source's own. */
const LEAST_ROWS = 2

/** How fast each feature may learn: by the number of sources it was met in. */
function paceOf(rows: readonly Prepared[], { rate, lonely }: FitOptions): Float64Array {
  const bySource = groupBy(rows, ({ example }) => example.source)
  const sources = new Uint8Array(FEATURE_COUNT)
  for (const own of bySource.values()) {
    const met = new Uint16Array(FEATURE_COUNT)
    for (const { features } of own) {
      for (const bucket of features.buckets) {
        const count = (met[bucket] ?? 0) + 1
        if (count <= LEAST_ROWS) met[bucket] = count
        if (count === LEAST_ROWS) sources[bucket] = (sources[bucket] ?? 0) + 1
      }
    }
  }
  return Float64Array.from(sources, count => rate * (lonely[Math.max(0, count - 1)] ?? 1))
}

type State = {
  readonly weights: Float64Array
  readonly squares: Float64Array
  readonly pace: Float64Array
  readonly bias: { value: number; square: number }
  readonly options: FitOptions
}
type Lesson = {
  readonly features: Features
  /** Places of the features that are kept. */
  readonly kept: readonly number[]
  readonly want: number
  readonly heavy: number
}

/** One AdaGrad step on the features of a text that are kept in this pass. */
function learn(state: State, lesson: Lesson): void {
  const { weights, squares, pace, bias, options } = state
  const { kept, want, heavy } = lesson
  const { buckets, values } = lesson.features
  // What is kept stands for what is not.
  const scale = 1 / (1 - options.dropout)
  let score = bias.value
  for (const index of kept) score += (weights[buckets[index] ?? 0] ?? 0) * scale * (values[index] ?? 0)
  const error = (logistic(score) - want) * heavy
  for (const index of kept) {
    const bucket = buckets[index] ?? 0
    const slope = error * scale * (values[index] ?? 0) + options.decay * (weights[bucket] ?? 0)
    const square = (squares[bucket] ?? 0) + slope * slope
    squares[bucket] = square
    weights[bucket] = (weights[bucket] ?? 0) - ((pace[bucket] ?? 0) * slope) / Math.sqrt(square)
  }
  bias.square += error * error
  bias.value -= (options.rate * error) / Math.sqrt(bias.square)
}

type Fitting = { readonly side: Side; readonly random: () => number; readonly options?: FitOptions }

/** Logistic regression: one pass per epoch in a seeded order, each over a seeded part of every text's features. */
export function fitSide(rows: readonly Prepared[], { side, random, options = FIT }: Fitting): Fitted {
  const state: State = {
    weights: new Float64Array(FEATURE_COUNT),
    squares: new Float64Array(FEATURE_COUNT).fill(1e-3),
    pace: paceOf(rows, options),
    bias: { value: 0, square: 1e-3 },
    options,
  }
  const rowWeight = rowWeights(rows, side)
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (const at of shuffled(rows.length, random)) {
      const row = rows[at]
      if (!row) continue
      const kept: number[] = []
      for (let index = 0; index < row.features.buckets.length; index += 1) {
        if (random() >= options.dropout) kept.push(index)
      }
      const want = isWanted(row.example, side) ? 1 : 0
      learn(state, { features: row.features, kept, want, heavy: rowWeight[at] ?? 0 })
    }
  }
  return { weights: state.weights, bias: state.bias.value }
}

const STEPS = 127

/** As it is shipped: one byte a weight. What is tested is this form, never a finer one. */
export function quantise({ weights, bias }: Fitted): OneSided {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9)
  const step = largest / STEPS
  const whole = Int8Array.from(weights, weight => Math.round(weight / step))
  return { weights: whole, step, bias }
}
