import type { SlaClock, SlaPolicy, SlaTarget } from '../../shared/domain/service-levels.ts'
import type { Thread } from '../../shared/domain/tickets.ts'
import { limitFrom } from '../../shared/rules/sla/clock.ts'
import type { Limit } from '../../shared/rules/sla/clock.ts'
import type { OpenTime } from '../../shared/rules/sla/open-time.ts'
import { policyInForce, targetOf } from '../../shared/rules/sla/service-levels.ts'
import { nextDue, withBreachTime } from '../../shared/rules/sla/thread-clocks.ts'
import { isDone } from '../../shared/rules/thread-life.ts'
import { levelsOf } from './service-levels.ts'
import type { World } from './world.ts'

/** A thread of a story as it is told: `dueAtMs` is when the clock that runs next shall be due. */
export type Told = Omit<Thread, 'clocks'>

type Place = {
  readonly thread: Told
  readonly policy: SlaPolicy
  readonly target: SlaTarget
  readonly open: OpenTime
  readonly nowMs: number
}

/** Most of what is open was not forgotten: no clock of history has used more than this share of its limit. */
const MOST_USED = 0.7

/** A running clock with so much left now; less than nothing: it ran out that long ago. */
function clockWith({ open, nowMs }: Place, limit: Limit, leftMs: number): SlaClock {
  const isOver = leftMs <= 0
  const sinceMs = isOver ? nowMs + leftMs : nowMs
  const usedMs = isOver ? limit.limitMs : limit.limitMs - leftMs
  const warnInMs = Math.max(0, leftMs - limit.warnMs)
  return {
    ...limit,
    usedMs,
    sinceMs,
    stoppedAtMs: null,
    warnAtMs: isOver ? sinceMs : open.add(sinceMs, warnInMs),
    dueAtMs: isOver ? sinceMs : open.add(sinceMs, leftMs),
    isBreached: isOver,
  }
}

/** As far as the thread is old, but never so far that it would be the next one due. */
function calmClock(place: Place, limit: Limit, atLeastLeftMs: number): SlaClock {
  const { open, thread, nowMs } = place
  const usedMs = Math.min(open.between(thread.openedAtMs, nowMs), limit.limitMs * MOST_USED)
  const leftMs = Math.max(limit.limitMs - usedMs, Math.min(limit.limitMs, atLeastLeftMs))
  return clockWith(place, limit, Math.round(leftMs))
}

const stopped = (clock: SlaClock | null, atMs: number): SlaClock | null =>
  clock && { ...clock, stoppedAtMs: Math.max(atMs, clock.sinceMs) }

type Replies = Pick<NonNullable<Thread['clocks']>, 'first' | 'next'>

/** The reply that is owed now, due as the story says where that fits what is promised. */
function repliesOf(place: Place, wantedMs: number | null): Replies {
  const { thread, policy, target } = place
  const { answeredAtMs, waitingSinceMs } = thread
  if (waitingSinceMs === null) return { first: null, next: null }
  const owed = answeredAtMs === null ? target.firstMinutes : target.nextMinutes
  const limit = limitFrom(owed, policy.warnBefore)
  if (!limit) return { first: null, next: null }
  const waited = place.open.between(waitingSinceMs, place.nowMs)
  const leftMs = wantedMs === null ? limit.limitMs - Math.min(waited, limit.limitMs * MOST_USED) : wantedMs
  const clock = clockWith(place, limit, Math.round(Math.min(leftMs, limit.limitMs)))
  return answeredAtMs === null ? { first: clock, next: null } : { first: null, next: clock }
}

/** A support story whose clock lies beyond a first reply is about restoring: somebody has spoken with the customer. */
function answeredOf(thread: Told, target: SlaTarget, wantedMs: number | null): number | null {
  if (thread.answeredAtMs !== null || wantedMs === null) return thread.answeredAtMs
  const isBeyond = target.firstMinutes !== null && wantedMs > target.firstMinutes * 60_000
  return thread.kind === 'support' && isBeyond ? thread.openedAtMs : null
}

/** The thread with clocks that agree with the policies and with what the story says about the next one. */
export function withDemoClocks(world: World, thread: Told): Thread {
  const levels = levelsOf(world)
  const { nowMs } = world
  const policy = policyInForce(levels, thread.kind, thread.openedAtMs)
  const target = policy && targetOf(policy, thread.priority)
  if (!policy || !target || isDone(thread)) return { ...thread, dueAtMs: null, clocks: null }
  const wantedMs = thread.dueAtMs === null ? null : thread.dueAtMs - nowMs
  const told = { ...thread, answeredAtMs: answeredOf(thread, target, wantedMs) }
  const place: Place = { thread: told, policy, target, open: levels.openTime(target.calendarId), nowMs }
  const replies = repliesOf(place, wantedMs)
  const owesReply = (replies.first ?? replies.next) !== null
  const limit = limitFrom(target.solveMinutes, policy.warnBefore)
  const isPaused = policy.pausesIn.includes(thread.state)
  const leftMs = owesReply || wantedMs === null ? null : wantedMs
  const solve =
    limit &&
    (leftMs === null || isPaused
      ? calmClock(place, limit, Math.max(0, wantedMs ?? 0) * 2)
      : clockWith(place, limit, Math.min(leftMs, limit.limitMs)))
  const clocks = withBreachTime(
    {
      policyId: policy.id,
      calendarId: target.calendarId,
      isAdopted: false,
      ...replies,
      solve: isPaused ? stopped(solve, nowMs) : solve,
    },
    policy,
  )
  return { ...told, clocks, dueAtMs: nextDue(clocks) }
}
