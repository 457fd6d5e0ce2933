import type { SlaClock, WarnBefore } from '../../domain/service-levels.ts'
import type { OpenTime } from './open-time.ts'

const MINUTE_MS = 60_000

/** What one clock may take, and how early it warns; ms of opening hours. */
export type Limit = Pick<SlaClock, 'limitMs' | 'warnMs'>

/** Null when nothing is promised. A warning is never earlier than the clock itself. */
export function limitFrom(minutes: number | null, warnBefore: WarnBefore): Limit | null {
  if (minutes === null) return null
  const limitMs = minutes * MINUTE_MS
  const wanted =
    warnBefore.minutes === null ? limitMs * (warnBefore.share ?? 0) : warnBefore.minutes * MINUTE_MS
  return { limitMs, warnMs: Math.round(Math.min(Math.max(0, wanted), limitMs)) }
}

/** Opening hours a clock has used at a moment, ms. */
export function usedAt(open: OpenTime, clock: SlaClock, atMs: number): number {
  return clock.usedMs + open.between(clock.sinceMs, clock.stoppedAtMs ?? atMs)
}

type Run = Limit & Pick<SlaClock, 'usedMs' | 'sinceMs'>

/** When a clock warns and runs out if nothing stops it. One that has used everything ran out by `sinceMs`. */
const deadlines = (open: OpenTime, run: Run): Pick<SlaClock, 'warnAtMs' | 'dueAtMs'> => {
  const leftMs = run.limitMs - run.usedMs
  return {
    warnAtMs: open.add(run.sinceMs, Math.max(0, leftMs - run.warnMs)),
    dueAtMs: open.add(run.sinceMs, Math.max(0, leftMs)),
  }
}

export const startClock = (open: OpenTime, limit: Limit, sinceMs: number): SlaClock => {
  const run = { ...limit, usedMs: 0, sinceMs }
  return { ...run, stoppedAtMs: null, ...deadlines(open, run), isBreached: false }
}

export const isRunning = (clock: SlaClock | null): clock is SlaClock =>
  clock !== null && clock.stoppedAtMs === null

/** Its dates stay: they say whether it was in time, and an undo goes on from them. */
export const stopClock = (clock: SlaClock, atMs: number): SlaClock =>
  clock.stoppedAtMs === null ? { ...clock, stoppedAtMs: Math.max(atMs, clock.sinceMs) } : clock

/** Goes on after a pause: what passed meanwhile does not count. */
export function resumeClock(open: OpenTime, clock: SlaClock, atMs: number): SlaClock {
  if (clock.stoppedAtMs === null) return clock
  const usedMs = usedAt(open, clock, clock.stoppedAtMs)
  const sinceMs = Math.max(atMs, clock.stoppedAtMs)
  const isOver = usedMs >= clock.limitMs
  const run = { ...clock, usedMs, sinceMs, stoppedAtMs: null }
  // What had run out stays late since then, not since the pause.
  return isOver ? run : { ...run, ...deadlines(open, run) }
}

/** As if it had never been stopped. */
export const undoStop = (clock: SlaClock): SlaClock => ({ ...clock, stoppedAtMs: null })

type Change = {
  readonly before: OpenTime
  readonly after: OpenTime
  readonly limit: Limit
  readonly atMs: number
}

/** Another promise holds from a moment on: time used stays used, counted in the hours that held then. */
export function relimitClock(clock: SlaClock, { before, after, limit, atMs }: Change): SlaClock {
  const usedMs = usedAt(before, clock, atMs)
  const sinceMs = Math.max(atMs, clock.sinceMs)
  const run = { ...limit, usedMs, sinceMs }
  return {
    ...run,
    stoppedAtMs: clock.stoppedAtMs === null ? null : sinceMs,
    ...deadlines(after, run),
    isBreached: clock.isBreached && usedMs >= limit.limitMs,
    ...(clock.isWarned && usedMs >= limit.limitMs - limit.warnMs ? { isWarned: true } : {}),
  }
}
