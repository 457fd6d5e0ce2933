import type { Leg, Sample } from './leg.ts'

/** Hands out runs that were measured before, one after the other: several figures come out of one piece of work. */
export function readOut(leg: Omit<Leg, 'run'>, runs: readonly Sample[]): Leg {
  let next = 0
  return {
    ...leg,
    isMeasured: true,
    run: async () => {
      const sample = runs[next]
      next += 1
      if (!sample) throw new Error(`${leg.name} was measured ${runs.length} times only`)
      return sample
    },
  }
}
