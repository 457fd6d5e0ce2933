import type { ThreadClocks } from '../../domain/service-levels.ts'
import type { Thread } from '../../domain/tickets.ts'
import { isDone, isRestored } from '../thread-life.ts'
import { isRunning } from './clock.ts'
import { targetName } from './target-name.ts'
import type { TargetName } from './target-name.ts'
import { CLOCK_NAMES } from './thread-clocks.ts'

/** The one clock of a thread that is shown where there is room for one. */
export type ShownClock = {
  readonly target: TargetName
  /** It stands still: there is nothing to count down. */
  readonly isPaused: boolean
  /** Null when it is paused, or when its calendar never opens long enough. */
  readonly dueAtMs: number | null
  readonly warnAtMs: number | null
  readonly policyId: string
  readonly calendarId: string
}

type Facts = Pick<Thread, 'kind' | 'state' | 'restoredAtMs'> & {
  readonly clocks: Partial<ThreadClocks> | null
}

/** The clock that is due first; where none runs, the paused one to resolve or restore; null when there is none. */
export function shownClock({ kind, state, restoredAtMs, clocks }: Facts): ShownClock | null {
  if (clocks === null || isDone({ state })) return null
  const { policyId = '', calendarId = '' } = clocks
  let shown: ShownClock | null = null
  for (const name of CLOCK_NAMES) {
    const clock = clocks[name] ?? null
    if (!isRunning(clock)) continue
    const { dueAtMs, warnAtMs } = clock
    if (shown && (dueAtMs === null || (shown.dueAtMs !== null && shown.dueAtMs <= dueAtMs))) continue
    shown = { target: targetName(name, kind), isPaused: false, dueAtMs, warnAtMs, policyId, calendarId }
  }
  if (shown || !clocks.solve || isRestored({ kind, restoredAtMs })) return shown
  const target = targetName('solve', kind)
  return { target, isPaused: true, dueAtMs: null, warnAtMs: null, policyId, calendarId }
}

/** Of the threads of one ticket: what is due first; a paused clock only when nothing runs. */
export function mostUrgent(clocks: readonly (ShownClock | null)[]): ShownClock | null {
  const rank = ({ isPaused, dueAtMs }: ShownClock): number =>
    isPaused ? Number.POSITIVE_INFINITY : (dueAtMs ?? Number.MAX_VALUE)
  return clocks
    .flatMap(clock => clock ?? [])
    .reduce<ShownClock | null>(
      (first, clock) => (first === null || rank(clock) < rank(first) ? clock : first),
      null,
    )
}
