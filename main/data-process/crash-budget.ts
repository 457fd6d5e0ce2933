const MAX_CRASHES = 5
const WINDOW_MS = 5 * 60_000

/** Times of recent crashes, ms, oldest first. */
export type CrashBudget = readonly number[]
export const freshBudget: CrashBudget = []

export const recordCrash = (budget: CrashBudget, nowMs: number): CrashBudget => [
  // A clock that jumped back must not keep old crashes alive for ever.
  ...budget.filter(at => at <= nowMs && nowMs - at < WINDOW_MS),
  nowMs,
]

/** A process that crashed more often than this does so for a reason that another start does not cure. */
export const mayRestart = (budget: CrashBudget): boolean => budget.length <= MAX_CRASHES
