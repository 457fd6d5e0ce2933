import { ThreadClocks } from '../../domain/service-levels.ts'
import type { SlaClock, SlaPolicy, SlaTarget } from '../../domain/service-levels.ts'
import type { Customer } from '../../domain/people.ts'
import type { Thread } from '../../domain/tickets.ts'
import { isDone, isRestored } from '../thread-life.ts'
import { isRunning, limitFrom, relimitClock, resumeClock, startClock, stopClock, undoStop } from './clock.ts'
import type { Limit } from './clock.ts'
import { CLOCK_NAMES } from './clock-names.ts'
import type { ClockName } from './clock-names.ts'
import type { OpenTime } from './open-time.ts'
import { escalates } from './escalation.ts'
import { policyInForce, targetOf, tierOf } from './service-levels.ts'
import type { ServiceLevels } from './service-levels.ts'

export { CLOCK_NAMES }
export type { ClockName }

/** What the clocks of a thread follow. */
export type ClockFacts = Pick<
  Thread,
  'kind' | 'state' | 'priority' | 'waitingSinceMs' | 'answeredAtMs' | 'restoredAtMs' | 'clocks' | 'dueAtMs'
>

export type ClockStep = {
  /** The thread before the change; null: it begins. */
  readonly before: ClockFacts | null
  /** The thread after it, its clocks not yet. */
  readonly after: Omit<ClockFacts, 'clocks' | 'dueAtMs'>
  /** When it changed, ms. */
  readonly atMs: number
  /** An undo: a clock that was stopped goes on as if it had not been. */
  readonly isUndo: boolean
  /** Whose tier counts for a new promise; null: nobody looked, and what depends on it waits until somebody does. */
  readonly customer: Pick<Customer, 'tier'> | null
  readonly levels: ServiceLevels
}
/** A clock that was stopped or changed too late, and that nobody had recorded as late. */
export type Missed = { readonly clock: ClockName; readonly dueAtMs: number }
export type ClockOutcome = Pick<Thread, 'clocks' | 'dueAtMs'> & { readonly missed: readonly Missed[] }

/** Everything a step needs to know about the promise that holds after it. */
type Pledge = {
  readonly policy: SlaPolicy
  readonly target: SlaTarget
  readonly tier: string | null
  readonly open: OpenTime
  /** Hours that held before, when the promise is another one now; else null. */
  readonly openBefore: OpenTime | null
}

/** Rows come from newer hubs too: null for clocks of a shape that is not known here. */
const readClocks = (clocks: unknown): ThreadClocks | null => {
  if (clocks === null || clocks === undefined) return null
  return ThreadClocks.safeParse(clocks).data ?? null
}

const keepsPromise = ({ before, after }: ClockStep): boolean =>
  before !== null && before.kind === after.kind && before.priority === after.priority

function pledgeOf(step: ClockStep, known: ThreadClocks | null): Pledge | null | 'unknown' {
  const { after, atMs, levels, customer } = step
  const isKept = known !== null && keepsPromise(step)
  const policy = isKept
    ? levels.policies.find(({ id }) => id === known.policyId)
    : policyInForce(levels, after.kind, atMs)
  if (!policy) return isKept ? 'unknown' : null
  // A thread without clocks is given them by whoever knows the customer; nobody guesses.
  if (!known && !customer && policy.tiers.length > 0) return null
  const tier = isKept || !customer ? (known?.tier ?? null) : tierOf(policy, customer.tier)
  const target = targetOf(policy, after.priority, tier)
  if (!target) return null
  const open = levels.openTime(target.calendarId)
  const openBefore = known && !isKept ? levels.openTime(known.calendarId) : null
  return { policy, target, tier, open, openBefore }
}

type Wanted = { readonly limit: Limit | null; readonly runs: boolean; readonly startMs: number }

/** Brings one clock to where it should be; `null` when there is none to keep. */
function settle(clock: SlaClock | null, wanted: Wanted, step: ClockStep & Pledge): SlaClock | null {
  const { limit, runs, startMs } = wanted
  const { open, openBefore, atMs, isUndo } = step
  if (!limit) return null
  if (!clock) return runs ? startClock(open, limit, startMs) : null
  const held = openBefore ? relimitClock(clock, { before: openBefore, after: open, limit, atMs }) : clock
  if (!runs) return stopClock(held, atMs)
  return isUndo && held.stoppedAtMs !== null ? undoStop(held) : resumeClock(open, held, atMs)
}

/**
 * A thread from before the first policy owes a next reply, not a first one, and its clocks begin now: nobody is late by
 * a promise that was not made yet.
 */
function settleAll(step: ClockStep & Pledge, known: ThreadClocks | null): Omit<ThreadClocks, 'breachAtMs'> {
  const { before, after, atMs, policy, target, tier } = step
  const { waitingSinceMs, answeredAtMs } = after
  const isAdopted = known ? known.isAdopted : before !== null
  const isOpen = !isDone(after)
  const isWaiting = isOpen && waitingSinceMs !== null
  const owesFirst = answeredAtMs === null && !isAdopted
  const limit = (minutes: number | null): Limit | null => limitFrom(minutes, policy.warnBefore)
  const replyStartMs = known === null ? atMs : (waitingSinceMs ?? atMs)
  const hasFirst = (known?.first ?? null) !== null
  // The first reply is owed until this thread is answered, whatever was said about the other one.
  const first = { limit: limit(target.firstMinutes), runs: isOpen && owesFirst && (isWaiting || hasFirst) }
  const next = { limit: limit(target.nextMinutes), runs: isWaiting && !owesFirst }
  const isPaused = policy.pausesIn.includes(after.state)
  const solve = { limit: limit(target.solveMinutes), runs: isOpen && !isPaused && !isRestored(after) }
  const wasAnswered = before !== null && before.answeredAtMs !== null
  return {
    policyId: policy.id,
    calendarId: target.calendarId,
    isAdopted,
    ...(tier === null ? {} : { tier }),
    // How the first reply went is history once it has been given.
    first: wasAnswered
      ? (known?.first ?? null)
      : settle(known?.first ?? null, { ...first, startMs: replyStartMs }, step),
    next: next.runs ? settle(known?.next ?? null, { ...next, startMs: replyStartMs }, step) : null,
    solve: settle(known?.solve ?? null, { ...solve, startMs: atMs }, step),
  }
}

const running = (clocks: Omit<ThreadClocks, 'breachAtMs'>): readonly SlaClock[] =>
  CLOCK_NAMES.flatMap(name => (isRunning(clocks[name]) ? [clocks[name]] : []))

const earliest = (times: readonly (number | null)[]): number | null =>
  times.reduce((least, time) => (time !== null && (least === null || time < least) ? time : least), null)

type Watching = Pick<SlaPolicy, 'escalations'> | null

/** When the hub has something to do about a clock, ms. */
const looksOf = (name: ClockName, clock: SlaClock, policy: Watching): readonly (number | null)[] => [
  ...(clock.isBreached ? [] : [clock.dueAtMs]),
  ...(clock.isWarned || clock.isBreached || !escalates(policy, 'warning', name) ? [] : [clock.warnAtMs]),
]

/** Adds what is derived from the clocks: the next moment the hub has to look. */
export const withBreachTime = (clocks: Omit<ThreadClocks, 'breachAtMs'>, policy: Watching): ThreadClocks => ({
  ...clocks,
  breachAtMs: earliest(
    CLOCK_NAMES.flatMap(name => {
      const clock = clocks[name]
      return isRunning(clock) ? looksOf(name, clock, policy) : []
    }),
  ),
})

/** The running clock that is due first, ms; null when none runs. */
export const nextDue = (clocks: ThreadClocks | null): number | null =>
  clocks === null ? null : earliest(running(clocks).map(({ dueAtMs }) => dueAtMs))

/** Clocks that ran out before the change ended or altered them. */
function missedBy(known: ThreadClocks | null, after: ThreadClocks | null, atMs: number): readonly Missed[] {
  if (!known) return []
  return CLOCK_NAMES.flatMap(name => {
    const clock = known[name]
    if (!isRunning(clock) || clock.isBreached || clock.dueAtMs === null || clock.dueAtMs >= atMs) return []
    const isUntouched = isRunning(after?.[name] ?? null) && after?.[name]?.dueAtMs === clock.dueAtMs
    return isUntouched ? [] : [{ clock: name, dueAtMs: clock.dueAtMs }]
  })
}

type Marked = {
  readonly policy: Watching
  readonly missed: readonly Missed[]
  readonly warned?: readonly Missed[]
}

/** Clocks say that their lateness is recorded when an event says so too. */
function markMissed(clocks: ThreadClocks, { policy, missed, warned = [] }: Marked): ThreadClocks {
  if (missed.length + warned.length === 0) return clocks
  const isIn = (name: ClockName, list: readonly Missed[]): boolean => list.some(each => each.clock === name)
  const mark = (name: ClockName): SlaClock | null => {
    const clock = clocks[name]
    if (!clock) return null
    const late = isIn(name, missed) ? { isBreached: true } : {}
    return { ...clock, ...late, ...(isIn(name, warned) ? { isWarned: true } : {}) }
  }
  return withBreachTime({ ...clocks, first: mark('first'), next: mark('next'), solve: mark('solve') }, policy)
}

/**
 * The clocks of a thread after a change, and what of them was missed. Pure and total; the same on laptop and hub. First
 * and next reply run while the customer waits for a person and never pause; the clock to resolve or restore runs while
 * the thread is neither done nor in a state in which the policy pauses.
 */
export function runClocks(step: ClockStep): ClockOutcome {
  const { before, after, atMs } = step
  const known = readClocks(before?.clocks)
  const isForeign = known === null && (before?.clocks ?? null) !== null
  const pledge = isForeign ? 'unknown' : pledgeOf(step, known)
  if (pledge === 'unknown')
    return { clocks: before?.clocks ?? null, dueAtMs: before?.dueAtMs ?? null, missed: [] }
  if (pledge === null || (known === null && isDone(after))) {
    return { clocks: null, dueAtMs: null, missed: missedBy(known, null, atMs) }
  }
  const { policy } = pledge
  const settled = withBreachTime(settleAll({ ...step, ...pledge }, known), policy)
  const missed = missedBy(known, settled, atMs)
  const clocks = markMissed(settled, { policy, missed })
  const dueAtMs = nextDue(clocks)
  // The row itself where nothing changed: a replay writes nothing then.
  return { clocks: known && sameClocks(known, clocks) ? (before?.clocks ?? null) : clocks, dueAtMs, missed }
}

const sameClocks = (left: ThreadClocks, right: ThreadClocks): boolean =>
  JSON.stringify(ThreadClocks.parse(left)) === JSON.stringify(ThreadClocks.parse(right))

export type Passed = Pick<ClockOutcome, 'clocks' | 'missed'> & {
  /** Clocks that warn, and that nobody had acted on. */
  readonly warned: readonly Missed[]
}

const isPast = (atMs: number | null, nowMs: number): boolean => atMs !== null && atMs <= nowMs

/** Marks clocks that have run out, or warn, by a moment as recorded; for the hub's own timer. */
export function recordBreaches(raw: unknown, policy: Watching, nowMs: number): Passed {
  const clocks = readClocks(raw)
  if (!clocks) return { clocks, missed: [], warned: [] }
  const missed: Missed[] = []
  const warned: Missed[] = []
  for (const name of CLOCK_NAMES) {
    const clock = clocks[name]
    if (!isRunning(clock) || clock.isBreached || clock.dueAtMs === null) continue
    const { dueAtMs, warnAtMs } = clock
    const isWarning = isPast(warnAtMs, nowMs) && !clock.isWarned && escalates(policy, 'warning', name)
    // What ran out while nobody looked does not warn any more.
    if (isPast(dueAtMs, nowMs)) missed.push({ clock: name, dueAtMs })
    else if (isWarning) warned.push({ clock: name, dueAtMs })
  }
  return { clocks: markMissed(clocks, { policy, missed, warned }), missed, warned }
}
