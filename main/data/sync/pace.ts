/** Milliseconds from any beginning, with fractions, never going back. */
export type Stopwatch = () => number

/** How many rows one write transaction takes, so that an agent's own save never waits long behind it. */
export type Pace = {
  readonly rows: () => number
  /** Runs a chunk of `rows` rows and learns from how long it took. */
  readonly measure: (rows: number, work: () => void) => void
}

/** Below the 8 ms a transaction of sync may hold the writer. */
const TARGET_MS = 6
const FIRST_ROWS = 100
const FEWEST_ROWS = 10
const MOST_ROWS = 2_000
/** How much of what is known gives way to the newest chunk. */
const NEWEST = 0.3
/** A chunk that met a checkpoint or a busy machine says little about its rows: it counts for at most so many times more. */
const MOST_DEARER = 3
const LEAST_MS = 0.01

/**
 * Grows and shrinks chunks towards the target by what a row has cost lately. Never more than doubling, because rows
 * differ in size. Chunks much smaller than asked for say nothing: most of their time is the commit.
 */
export function createPace(stopwatch: Stopwatch | null): Pace {
  let rows = FIRST_ROWS
  let rowMs: number | null = null
  const learn = (count: number, tookMs: number): void => {
    if (count < rows / 2) return
    const newest = Math.max(tookMs, LEAST_MS) / count
    rowMs = rowMs === null ? newest : rowMs + NEWEST * (Math.min(newest, rowMs * MOST_DEARER) - rowMs)
    rows = Math.round(Math.min(Math.max(TARGET_MS / rowMs, FEWEST_ROWS), rows * 2, MOST_ROWS))
  }
  return {
    rows: () => rows,
    measure: (count, work) => {
      if (!stopwatch) {
        work()
        return
      }
      const startedAt = stopwatch()
      work()
      learn(count, stopwatch() - startedAt)
    },
  }
}
