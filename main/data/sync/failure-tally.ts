import type { Clock } from '../../../shared/clock.ts'

/** How often sync failed for one reason since this process began, and when it did last, ms of this laptop's clock. */
export type FailureCount = { readonly code: string; readonly count: number; readonly lastAtMs: number }

export type FailureTally = {
  readonly note: (code: string) => void
  /** The latest first. */
  readonly list: () => readonly FailureCount[]
}

/** Counts failures by code; never what went wrong in words, which could hold what a customer wrote. */
export function createFailureTally(clock: Pick<Clock, 'now'>): FailureTally {
  const counts = new Map<string, FailureCount>()
  return {
    note: code => {
      const count = (counts.get(code)?.count ?? 0) + 1
      counts.delete(code)
      counts.set(code, { code, count, lastAtMs: clock.now() })
    },
    list: () => [...counts.values()].toReversed(),
  }
}
