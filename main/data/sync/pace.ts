import type { LaptopStore } from './store.ts'

/** Milliseconds from any beginning, with fractions, never going back. */
export type Stopwatch = () => number

/** How long one transaction of sync goes on, so that an agent's own save never waits long behind it. */
export type Pace = {
  /** Called when a transaction begins. What it answers tells after each step whether there may be another one. */
  readonly begin: () => () => boolean
}

export type PaceDeps = {
  /** Null where time stands still: then a transaction takes a fixed number of steps. */
  readonly stopwatch: Stopwatch | null
  /** True while somebody waits for the writer. */
  readonly isWanted: () => boolean
}

/** Rows between two looks at the clock: about a millisecond. */
const STEP_ROWS = 64
/**
 * Nobody waits: a transaction that is several times longer writes each page of an index once instead of several times.
 * Somebody who comes waits for the step under way and for the commit, about 10 ms together.
 */
const CALM_MS = 40
const BUSY_MS = 5
const STILL_STEPS = 2

export function createPace({ stopwatch, isWanted }: PaceDeps): Pace {
  return {
    begin: () => {
      const startedAt = stopwatch?.() ?? 0
      let steps = 0
      return () => {
        steps += 1
        if (!stopwatch) return steps < STILL_STEPS
        return stopwatch() - startedAt < (isWanted() ? BUSY_MS : CALM_MS)
      }
    },
  }
}

export type Turns = {
  readonly store: Pick<LaptopStore, 'transaction'>
  readonly pace: Pace
  readonly yieldTurn: () => Promise<void>
  /** How many rows the one at a place counts for; default: one. */
  readonly weigh?: (at: number) => number
}

/** The end of the step that begins at a place. */
function stepFrom(from: number, count: number, weigh: Turns['weigh']): number {
  if (!weigh) return Math.min(from + STEP_ROWS, count)
  let weight = 0
  let to = from
  while (to < count && weight < STEP_ROWS) {
    weight += weigh(to)
    to += 1
  }
  return to
}

/**
 * Takes `count` rows in as many transactions as the pace asks for, and lets others have the writer between them.
 * `take` gets places `from` up to and not including `to`.
 */
export async function takeInTurns(
  { store, pace, yieldTurn, weigh }: Turns,
  count: number,
  take: (from: number, to: number) => void,
): Promise<void> {
  let at = 0
  while (at < count) {
    const from = at
    at = store.transaction('relaxed', () => {
      const goesOn = pace.begin()
      let to = from
      do {
        const next = stepFrom(to, count, weigh)
        take(to, next)
        to = next
      } while (to < count && goesOn())
      return to
    })
    if (at < count) await yieldTurn()
  }
}
