/** Milliseconds from any beginning, with fractions, never going back. */
export type Stopwatch = () => number

/** How many rows one write transaction takes, so that an agent's own save never waits long behind it. */
export type Pace = {
  readonly rows: () => number
  /** Runs a chunk of `rows` rows and learns from how long it took. */
  readonly measure: (rows: number, work: () => void) => void
}

const TARGET_MS = 5
const FIRST_ROWS = 100
const FEWEST_ROWS = 10
const MOST_ROWS = 2_000

/** Grows and shrinks chunks towards the target; never more than doubling, because rows differ in size. */
export function createPace(stopwatch: Stopwatch | null): Pace {
  let rows = FIRST_ROWS
  return {
    rows: () => rows,
    measure: (count, work) => {
      if (!stopwatch) {
        work()
        return
      }
      const startedAt = stopwatch()
      work()
      const tookMs = Math.max(stopwatch() - startedAt, 0.05)
      const fitting = (count / tookMs) * TARGET_MS
      rows = Math.round(Math.min(Math.max(fitting, FEWEST_ROWS), rows * 2, MOST_ROWS))
    },
  }
}
