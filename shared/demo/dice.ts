import type { Random } from '../clock.ts'

/** Choices made with one stream of numbers. */
export type Dice = {
  readonly random: Random
  /** Whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(choices: readonly T[]) => T
  /** One of the keys, as often as its weight says. */
  readonly weighted: <T extends string>(weights: Readonly<Record<T, number>>) => T
}

/** Throws when there is nothing to choose from. */
export function pickFrom<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)]
  if (choice === undefined) throw new Error('Nothing to choose from')
  return choice
}

function weightedFrom<T extends string>(random: Random, weights: Readonly<Record<T, number>>): T {
  const entries = Object.entries(weights) as [T, number][]
  let rest = random() * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [choice, weight] of entries) {
    rest -= weight
    if (rest < 0) return choice
  }
  return pickFrom(random, entries)[0]
}

export function diceFrom(random: Random): Dice {
  return {
    random,
    whole: (least, most) => least + Math.floor(random() * (most - least + 1)),
    chance: probability => random() < probability,
    pick: choices => pickFrom(random, choices),
    weighted: weights => weightedFrom(random, weights),
  }
}
