import type { Random } from '../../../shared/clock.ts'
import { seededRandom } from '../../support/sample-row.ts'

/**
 * All chance of a history. Every step draws from a stream of its own, made from the seed and the step's number: a step
 * that is left out leaves the chances of all others as they were, and so a failing history can be made shorter.
 */
export class Choices {
  readonly seed: number
  private stream: Random

  constructor(seed: number) {
    this.seed = seed
    this.stream = seededRandom(seed)
  }

  enter(step: number): void {
    this.stream = seededRandom(Math.imul(this.seed, 0x9e37_79b1) ^ Math.imul(step + 1, 0x85eb_ca6b))
  }

  readonly random: Random = () => this.stream()
}

export const pick = <T>(random: Random, values: readonly T[]): T | undefined =>
  values[Math.floor(random() * values.length)]

export type Weighted<Kind extends string> = Readonly<Record<Kind, number>>

/** One of the kinds, each as often as its weight says. */
export function pickWeighted<Kind extends string>(random: Random, weights: Weighted<Kind>): Kind {
  const entries = Object.entries(weights) as [Kind, number][]
  let left = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [kind, weight] of entries) {
    left -= weight
    if (left < 0) return kind
  }
  throw new Error('There is nothing to choose from')
}
