import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SlaClock } from '../../../../shared/domain/service-levels.ts'
import type { Thread } from '../../../../shared/domain/tickets.ts'
import { usedAt } from '../../../../shared/rules/sla/clock.ts'
import { createOpenTime } from '../../../../shared/rules/sla/open-time.ts'
import { serviceLevels } from '../../../../shared/rules/sla/service-levels.ts'
import { runClocks } from '../../../../shared/rules/sla/thread-clocks.ts'
import { aCalendar, aPolicy, aTarget, aThread, NOW_MS } from '../../../support/builders.ts'
import { isOpenMinute } from '../../../support/slow-calendar.ts'

const MINUTE_MS = 60_000
const IS_LONG = process.env['TANDEM_TEST_LONG'] === '1'

/** Madrid with a break at noon, over the change to summer time and a holiday with a morning. */
const calendar = aCalendar({
  holidays: [{ date: '2025-03-28', name: 'Half a day', open: [{ from: '09:00', to: '11:00' }] }],
})
const policy = aPolicy({
  targets: {
    urgent: null,
    high: null,
    low: null,
    normal: aTarget({ firstMinutes: 200, nextMinutes: 150, solveMinutes: 900 }),
  },
})
const levels = serviceLevels([policy], [calendar])
const open = createOpenTime(calendar)
/** Wednesday, 26 March 2025. */
const START_MS = Date.UTC(2025, 2, 26, 5)

type Act = 'customer' | 'reply' | 'open' | 'pending' | 'snoozed' | 'solved' | 'nothing'
type Step = { readonly afterMinutes: number; readonly act: Act }
const steps = fc.array(
  fc.record({
    afterMinutes: fc.integer({ min: 1, max: 900 }),
    act: fc.constantFrom<Act>('customer', 'reply', 'open', 'pending', 'snoozed', 'solved', 'nothing'),
  }),
  { maxLength: 9 },
)

/** What an act does to a thread, clocks aside. */
function changeOf(thread: Thread, act: Act, atMs: number): Partial<Thread> {
  switch (act) {
    case 'customer':
      return { state: 'open', waitingSinceMs: thread.waitingSinceMs ?? atMs }
    case 'reply':
      return { waitingSinceMs: null, answeredAtMs: thread.answeredAtMs ?? atMs }
    case 'solved':
      return { state: 'solved', waitingSinceMs: null }
    case 'open':
    case 'pending':
    case 'snoozed':
      return { state: act }
    case 'nothing':
      return {}
  }
}

/** Counts what each clock should have used, one minute after the other, by looking at the thread. */
class SlowClocks {
  first = 0
  next = 0
  solve = 0
  private wasAsked = false

  pass(thread: Thread, fromMs: number, toMs: number): void {
    this.wasAsked ||= thread.waitingSinceMs !== null
    const isOpen = thread.state !== 'solved'
    const owesNext = isOpen && thread.answeredAtMs !== null && thread.waitingSinceMs !== null
    if (!owesNext) this.next = 0
    for (let atMs = fromMs; atMs < toMs; atMs += MINUTE_MS) {
      if (!isOpenMinute(calendar, atMs)) continue
      if (isOpen && this.wasAsked && thread.answeredAtMs === null) this.first += MINUTE_MS
      if (owesNext) this.next += MINUTE_MS
      if (thread.state === 'open') this.solve += MINUTE_MS
    }
  }
}

const used = (clock: SlaClock | null | undefined, atMs: number): number =>
  clock ? usedAt(open, clock, atMs) : 0

test(
  'whatever happens to a thread, its clocks have used what one counts minute by minute',
  { timeout: 120_000 },
  () => {
    fc.assert(
      fc.property(fc.boolean(), steps, (isAsked, history) => {
        const slow = new SlowClocks()
        const born = aThread({ openedAtMs: START_MS, waitingSinceMs: isAsked ? START_MS : null })
        let thread: Thread = {
          ...born,
          ...runClocks({ before: null, after: born, atMs: START_MS, isUndo: false, customer: null, levels }),
        }
        let atMs = START_MS
        for (const { afterMinutes, act } of [
          ...history,
          { afterMinutes: 700, act: 'nothing' as const },
        ] satisfies Step[]) {
          const untilMs = atMs + afterMinutes * MINUTE_MS
          slow.pass(thread, atMs, untilMs)
          atMs = untilMs
          expect(used(thread.clocks?.solve, atMs)).toBe(slow.solve)
          expect(used(thread.clocks?.first, atMs)).toBe(slow.first)
          expect(used(thread.clocks?.next, atMs)).toBe(slow.next)
          const after = { ...thread, ...changeOf(thread, act, atMs) }
          const { clocks, dueAtMs } = runClocks({
            before: thread,
            after,
            atMs,
            isUndo: false,
            customer: null,
            levels,
          })
          thread = { ...after, clocks, dueAtMs }
          for (const clock of [clocks?.first, clocks?.next, clocks?.solve]) {
            // A running clock with time left is due exactly when its limit is used up.
            if (
              !clock ||
              clock.stoppedAtMs !== null ||
              clock.dueAtMs === null ||
              clock.usedMs >= clock.limitMs
            )
              continue
            expect(usedAt(open, clock, clock.dueAtMs)).toBe(clock.limitMs)
          }
        }
      }),
      { numRuns: IS_LONG ? 2000 : 150 },
    )
  },
)

test('an undo of any stop is as if the clock had run on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5000 }),
      fc.integer({ min: 1, max: 5000 }),
      fc.constantFrom('solved' as const, 'pending' as const),
      (first, second, state) => {
        const born = aThread({ waitingSinceMs: NOW_MS })
        const before: Thread = {
          ...born,
          ...runClocks({ before: null, after: born, atMs: NOW_MS, isUndo: false, customer: null, levels }),
        }
        const stopMs = NOW_MS + first * MINUTE_MS
        const step = { levels, isUndo: false, customer: null }
        const stopped = { ...before, state, ...(state === 'solved' ? { waitingSinceMs: null } : {}) }
        const away: Thread = { ...stopped, ...runClocks({ ...step, before, after: stopped, atMs: stopMs }) }
        const back = runClocks({
          ...step,
          before: away,
          after: before,
          atMs: stopMs + second * MINUTE_MS,
          isUndo: true,
        })
        // That it was late when it was stopped has been recorded and stays so.
        const isBreached = { isBreached: expect.any(Boolean) }
        expect(back.clocks?.solve).toEqual({ ...before.clocks?.solve, ...isBreached })
        expect(back.clocks?.first).toEqual({ ...before.clocks?.first, ...isBreached })
      },
    ),
    { numRuns: 200 },
  )
})
