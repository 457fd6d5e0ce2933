import type { CustomerPromise } from '../../domain/people.ts'

export type Counted = Pick<CustomerPromise, 'state' | 'dueAtMs' | 'closedAtMs' | 'ownerId'>

export type KeptRate = {
  /** Promises that fell due in the period; what was withdrawn or is not due yet does not count. */
  readonly due: number
  /** Kept, by the time that was said. */
  readonly kept: number
  /** Kept, but later. */
  readonly late: number
  /** Called broken, or still open after their time. */
  readonly broken: number
  /** 0 to 1; null while none was due. */
  readonly share: number | null
}

export type Period = { readonly fromMs: number; readonly toMs: number; readonly nowMs: number }

/**
 * Promise kept % = kept by due ÷ due in the period. A promise counts on the day it is due, not when it was closed:
 * closing it late does not move it into a better month.
 */
export function keptRate(promises: readonly Counted[], { fromMs, toMs, nowMs }: Period): KeptRate {
  const untilMs = Math.min(toMs, nowMs)
  const due = promises.filter(
    ({ state, dueAtMs, closedAtMs }) =>
      dueAtMs >= fromMs &&
      state !== 'withdrawn' &&
      // Kept before its time is over is kept already; else it counts once the time is over.
      (dueAtMs < untilMs || (state === 'kept' && dueAtMs < toMs && (closedAtMs ?? nowMs) <= nowMs)),
  )
  const isInTime = ({ dueAtMs, closedAtMs }: Counted): boolean => closedAtMs !== null && closedAtMs <= dueAtMs
  const closed = due.filter(({ state }) => state === 'kept')
  const kept = closed.filter(isInTime).length
  return {
    due: due.length,
    kept,
    late: closed.length - kept,
    broken: due.length - closed.length,
    share: due.length === 0 ? null : kept / due.length,
  }
}

/** The same for each owner; promises of nobody under null. */
export function keptRates(
  promises: readonly Counted[],
  period: Period,
): ReadonlyMap<string | null, KeptRate> {
  const owners = new Set(promises.map(({ ownerId }) => ownerId))
  return new Map(
    [...owners].map(ownerId => [
      ownerId,
      keptRate(
        promises.filter(each => each.ownerId === ownerId),
        period,
      ),
    ]),
  )
}
