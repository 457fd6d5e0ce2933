import type { Calendar, SlaClock, SlaPolicy } from '../../domain/service-levels.ts'
import type { Thread } from '../../domain/tickets.ts'
import { isDone, isRestored } from '../thread-life.ts'
import { isRunning, usedAt } from './clock.ts'
import { ALWAYS_OPEN } from './open-time.ts'
import type { OpenTime } from './open-time.ts'
import type { ServiceLevels } from './service-levels.ts'
import { targetName } from './target-name.ts'
import type { TargetName } from './target-name.ts'
import { CLOCK_NAMES } from './thread-clocks.ts'

/** One clock in words: `left` is opening hours, ms, never below 0. */
export type ClockLine = {
  readonly target: TargetName
  readonly state: 'running' | 'over' | 'paused' | 'in-time' | 'late'
  readonly dueAtMs: number | null
  readonly leftMs: number
  readonly stoppedAtMs: number | null
}
export type ClockReasons = {
  readonly policy: SlaPolicy | null
  readonly calendar: Calendar | null
  /** Around the clock: opening hours are hours. */
  readonly isAlwaysOpen: boolean
  readonly isOpenNow: boolean
  /** When it opens next, ms; null while open, or when it never does. */
  readonly opensAtMs: number | null
  readonly lines: readonly ClockLine[]
}

const stateOf = (clock: SlaClock, isEnded: boolean, nowMs: number): ClockLine['state'] => {
  const { dueAtMs, stoppedAtMs } = clock
  if (isRunning(clock)) return dueAtMs !== null && dueAtMs < nowMs ? 'over' : 'running'
  if (!isEnded) return 'paused'
  return dueAtMs !== null && (stoppedAtMs ?? nowMs) > dueAtMs ? 'late' : 'in-time'
}

/** The first open moment at or after now: one ms of opening hours is over one ms after it begins. */
const nextOpening = (open: OpenTime, nowMs: number): number | null => {
  const passed = open.add(nowMs, 1)
  return passed === null ? null : passed - 1
}

/** Why the clocks of a thread say what they say; null when nothing is promised. Pure. */
export function explainClocks(
  { kind, state, restoredAtMs, clocks }: Pick<Thread, 'kind' | 'state' | 'restoredAtMs' | 'clocks'>,
  levels: ServiceLevels,
  nowMs: number,
): ClockReasons | null {
  if (clocks === null) return null
  const open = levels.openTime(clocks.calendarId)
  const opensAtMs = nextOpening(open, nowMs)
  const isOpenNow = opensAtMs !== null && opensAtMs <= nowMs
  const lines = CLOCK_NAMES.flatMap((name): readonly ClockLine[] => {
    const clock = clocks[name]
    if (!clock) return []
    // A first reply has ended when it was given; a solution when service is restored, or the thread is done.
    const isEnded = name === 'first' || isDone({ state }) || isRestored({ kind, restoredAtMs })
    const leftMs = Math.max(0, clock.limitMs - usedAt(open, clock, nowMs))
    const { dueAtMs, stoppedAtMs } = clock
    return [
      { target: targetName(name, kind), state: stateOf(clock, isEnded, nowMs), dueAtMs, leftMs, stoppedAtMs },
    ]
  })
  return {
    policy: levels.policies.find(({ id }) => id === clocks.policyId) ?? null,
    calendar: levels.calendars.get(clocks.calendarId) ?? null,
    isAlwaysOpen: open === ALWAYS_OPEN,
    isOpenNow,
    opensAtMs: isOpenNow ? null : opensAtMs,
    lines,
  }
}
