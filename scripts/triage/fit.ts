import { FEATURE_COUNT } from '../../shared/rules/triage/features.ts'
import type { OneSided } from '../../shared/rules/triage/model.ts'
import { readTicket } from '../../shared/rules/triage/read-ticket.ts'
import type { ReadTicket } from '../../shared/rules/triage/read-ticket.ts'
import { logistic } from '../../shared/rules/triage/score.ts'
import type { Side } from '../../shared/rules/triage/score.ts'
import type { Example } from './example.ts'

export type Prepared = { readonly example: Example } & Pick<ReadTicket, 'features' | 'parts'>

export const prepare = (examples: readonly Example[]): readonly Prepared[] =>
  examples.map(example => {
    const { features, parts } = readTicket(example.subject, example.body)
    return { example, features, parts }
  })

const EPOCHS = 12
const RATE = 0.5
/** Pull of every weight towards nothing, per step of the feature. */
const DECAY = 2e-5
/** How heavy a source is as a whole, however many rows it has. */
const MASS: Readonly<Record<string, number>> = {
  banking77: 1.2,
  bitext: 1,
  it_tickets: 1.2,
  askubuntu: 0.4,
  webapps: 0.25,
  paired: 0.8,
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

function shuffled(count: number, random: () => number): Int32Array {
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

/** Logistic regression by AdaGrad: one pass per epoch in a seeded order. */
export function fitSide(rows: readonly Prepared[], side: Side, random: () => number): Fitted {
  const weights = new Float64Array(FEATURE_COUNT)
  const squares = new Float64Array(FEATURE_COUNT).fill(1e-3)
  const rowWeight = rowWeights(rows, side)
  let bias = 0
  let biasSquares = 1e-3
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    for (const at of shuffled(rows.length, random)) {
      const row = rows[at]
      if (!row) continue
      const { buckets, values } = row.features
      let score = bias
      for (let index = 0; index < buckets.length; index += 1) {
        score += (weights[buckets[index] ?? 0] ?? 0) * (values[index] ?? 0)
      }
      const error = (logistic(score) - (isWanted(row.example, side) ? 1 : 0)) * (rowWeight[at] ?? 0)
      for (let index = 0; index < buckets.length; index += 1) {
        const bucket = buckets[index] ?? 0
        const slope = error * (values[index] ?? 0) + DECAY * (weights[bucket] ?? 0)
        const square = (squares[bucket] ?? 0) + slope * slope
        squares[bucket] = square
        weights[bucket] = (weights[bucket] ?? 0) - (RATE * slope) / Math.sqrt(square)
      }
      biasSquares += error * error
      bias -= (RATE * error) / Math.sqrt(biasSquares)
    }
  }
  return { weights, bias }
}

const STEPS = 127

/** As it is shipped: one byte a weight. What is tested is this form, never a finer one. */
export function quantise({ weights, bias }: Fitted): OneSided {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9)
  const step = largest / STEPS
  const whole = Int8Array.from(weights, weight => Math.round(weight / step))
  return { weights: whole, step, bias }
}
