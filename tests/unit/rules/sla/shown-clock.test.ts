import { describe, expect, test } from 'vitest'
import type { SlaClock, ThreadClocks } from '../../../../shared/domain/service-levels.ts'
import { explainClocks } from '../../../../shared/rules/sla/explain-clocks.ts'
import { mostUrgent, shownClock } from '../../../../shared/rules/sla/shown-clock.ts'
import { aThread, idOf, NOW_MS, someServiceLevels } from '../../../support/builders.ts'

const HOUR_MS = 3_600_000
const aClock = (clock: Partial<SlaClock> = {}): SlaClock => ({
  limitMs: 8 * HOUR_MS,
  warnMs: 2 * HOUR_MS,
  usedMs: 0,
  sinceMs: NOW_MS,
  stoppedAtMs: null,
  warnAtMs: NOW_MS + HOUR_MS,
  dueAtMs: NOW_MS + 2 * HOUR_MS,
  isBreached: false,
  ...clock,
})
const clocksOf = (clocks: Partial<ThreadClocks>): ThreadClocks => ({
  policyId: idOf(71),
  calendarId: idOf(70),
  isAdopted: false,
  first: null,
  next: null,
  solve: null,
  breachAtMs: null,
  ...clocks,
})

describe('the clock that is shown', () => {
  test('is the running one that is due first, by its name for this kind of work', () => {
    const clocks = clocksOf({ first: aClock({ dueAtMs: NOW_MS + 1 }), solve: aClock() })
    expect(shownClock(aThread({ clocks }))).toMatchObject({ target: 'first-reply', dueAtMs: NOW_MS + 1 })
    const answered = clocksOf({ first: aClock({ stoppedAtMs: NOW_MS }), solve: aClock() })
    expect(shownClock(aThread({ clocks: answered }))?.target).toBe('resolve')
    expect(shownClock(aThread({ kind: 'support', clocks: answered }))?.target).toBe('restore')
  })
  test('is the paused one where none runs, and none when the thread is done or nothing is promised', () => {
    const clocks = clocksOf({ solve: aClock({ stoppedAtMs: NOW_MS }) })
    expect(shownClock(aThread({ state: 'pending', clocks }))).toMatchObject({ isPaused: true, dueAtMs: null })
    expect(shownClock(aThread({ state: 'solved', clocks }))).toBeNull()
    expect(shownClock(aThread())).toBeNull()
  })
  test('of a ticket with two threads is what is due first; a paused one steps back', () => {
    const paused = shownClock(aThread({ clocks: clocksOf({ solve: aClock({ stoppedAtMs: NOW_MS }) }) }))
    const late = shownClock(aThread({ clocks: clocksOf({ solve: aClock({ dueAtMs: NOW_MS - 1 }) }) }))
    const soon = shownClock(aThread({ clocks: clocksOf({ first: aClock({ dueAtMs: NOW_MS + 1 }) }) }))
    expect(mostUrgent([paused, soon, late])).toBe(late)
    expect(mostUrgent([paused, null])).toBe(paused)
    expect(mostUrgent([null, null])).toBeNull()
  })
})

describe('why', () => {
  const levels = someServiceLevels()
  test('names policy, version and calendar, and counts what is left in opening hours', () => {
    // Monday, 11:00 in Madrid: three hours to noon, two of the eight are left for tomorrow.
    const clocks = clocksOf({ solve: aClock({ dueAtMs: NOW_MS + 24 * HOUR_MS }) })
    const reasons = explainClocks(aThread({ clocks }), levels, NOW_MS + 24 * HOUR_MS)
    expect(reasons).toMatchObject({
      policy: { name: 'Standard service', version: 1 },
      calendar: { name: 'Madrid desk' },
      isOpenNow: true,
      opensAtMs: null,
      lines: [{ target: 'resolve', state: 'running', leftMs: 0 }],
    })
    expect(explainClocks(aThread({ clocks }), levels, NOW_MS + HOUR_MS)?.lines[0]?.leftMs).toBe(7 * HOUR_MS)
  })
  test('says when a closed desk opens', () => {
    const reasons = explainClocks(
      aThread({ clocks: clocksOf({ solve: aClock() }) }),
      levels,
      Date.UTC(2025, 2, 3, 14),
    )
    expect(reasons).toMatchObject({ isOpenNow: false, opensAtMs: Date.UTC(2025, 2, 3, 15) })
  })
  test('tells a clock that stands still from one that has ended, in time or late', () => {
    const stopped = aClock({ stoppedAtMs: NOW_MS + HOUR_MS })
    const late = aClock({ stoppedAtMs: NOW_MS + 3 * HOUR_MS })
    const states = (state: 'pending' | 'solved', clocks: ThreadClocks): readonly string[] =>
      explainClocks(aThread({ state, clocks }), levels, NOW_MS + 5 * HOUR_MS)?.lines.map(
        line => line.state,
      ) ?? []
    expect(states('pending', clocksOf({ first: late, solve: stopped }))).toEqual(['late', 'paused'])
    expect(states('solved', clocksOf({ first: stopped, solve: late }))).toEqual(['in-time', 'late'])
    expect(states('pending', clocksOf({ next: aClock() }))).toEqual(['over'])
  })
  test('is said as far as it is known when policy or calendar are not here yet', () => {
    const clocks = clocksOf({ policyId: idOf(1), calendarId: idOf(2), solve: aClock() })
    expect(explainClocks(aThread({ clocks }), levels, NOW_MS)).toMatchObject({ policy: null, calendar: null })
  })
})
