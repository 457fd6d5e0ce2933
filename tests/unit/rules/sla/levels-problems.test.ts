import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarProblems } from '../../../../shared/rules/sla/calendar-problems.ts'
import { policyProblems } from '../../../../shared/rules/sla/policy-problems.ts'
import { previewTargets } from '../../../../shared/rules/sla/preview-targets.ts'
import { runClocks } from '../../../../shared/rules/sla/thread-clocks.ts'
import { serviceLevels } from '../../../../shared/rules/sla/service-levels.ts'
import { policyContent } from '../../../../shared/rules/sla/versions.ts'
import { aCalendar, aPolicy, aTarget, aThread, NOW_MS } from '../../../support/builders.ts'

const calendar = (change: Partial<Parameters<typeof calendarProblems>[0]>) =>
  calendarProblems({ ...aCalendar(), ...change })
const policy = (change: Partial<Parameters<typeof policyProblems>[0]>) =>
  policyProblems({ ...aPolicy(), ...change })
const rule = { on: 'breach', clocks: ['solve'], tell: ['admins'], raiseTo: null, moveToTeamId: null }

describe('a calendar', () => {
  test('that is right has no problems, over midnight by two periods too', () => {
    const week = [
      { weekday: 1, from: '22:00', to: '24:00' },
      { weekday: 2, from: '00:00', to: '06:00' },
    ]
    expect(calendar({ week })).toEqual([])
  })

  test.each([
    [{ name: ' ' }, 'name-missing', 'name'],
    [{ timeZone: '+02:00' }, 'zone-unknown', 'timeZone'],
    [{ week: [{ weekday: 3, from: '9', to: '10:00' }] }, 'time-wrong', 'week.3.0'],
    [{ week: [{ weekday: 3, from: '10:00', to: '10:00' }] }, 'period-reversed', 'week.3.0'],
    [{ week: [] }, 'never-open', 'week'],
    [{ holidays: [{ date: '2026-02-30', name: 'No day', open: [] }] }, 'day-wrong', 'holidays.0'],
    [{ holidays: [{ date: '2026-12-25', name: '', open: [] }] }, 'day-name-missing', 'holidays.0'],
    [
      { holidays: [{ date: '2026-12-25', name: 'A', open: [{ from: '9:00', to: '10:00' }] }] },
      'time-wrong',
      'holidays.0',
    ],
  ])('%j: %s at %s', (change, what, at) => {
    expect(calendar(change)).toEqual([{ what, at }])
  })

  test('a day that stands there twice is named at its second place', () => {
    const day = { date: '2026-12-25', name: 'Navidad', open: [] }
    expect(calendar({ holidays: [day, day] })).toEqual([{ what: 'day-twice', at: 'holidays.1' }])
  })
})

describe('a policy', () => {
  test.each([
    [{ name: '' }, 'name-missing', 'name'],
    [{ warnBefore: { minutes: 5, share: 0.5 } }, 'warning-wrong', 'warnBefore'],
    [{ warnBefore: { minutes: null, share: 2 } }, 'warning-wrong', 'warnBefore'],
    [
      { targets: { ...aPolicy().targets, high: aTarget({ solveMinutes: 0 }) } },
      'minutes-wrong',
      'targets.high.solve',
    ],
    [{ tiers: [{ tier: ' ', targets: aPolicy().targets }] }, 'tier-missing', 'tiers.0'],
    [{ escalations: [{ ...rule, clocks: [] }] }, 'rule-without-clock', 'escalations.0'],
    [{ escalations: [{ ...rule, tell: [] }] }, 'rule-without-act', 'escalations.0'],
  ])('%j: %s at %s', (change, what, at) => {
    expect(policy(change)).toEqual([{ what, at }])
  })

  test('without mistakes has none', () => {
    expect(policy({ escalations: [rule], tiers: [{ tier: 'gold', targets: aPolicy().targets }] })).toEqual([])
  })
})

test('the preview says what a ticket that arrives then really gets', () => {
  const levels = serviceLevels([aPolicy({ validFromMs: 0 })], [aCalendar()])
  fc.assert(
    fc.property(
      fc.nat(400 * 24 * 60),
      fc.constantFrom('urgent' as const, 'normal' as const, 'low' as const),
      (minutes, priority) => {
        const atMs = NOW_MS + minutes * 60_000
        const born = aThread({ priority, waitingSinceMs: atMs, openedAtMs: atMs })
        const { clocks } = runClocks({
          before: null,
          after: born,
          atMs,
          isUndo: false,
          customer: { tier: null },
          levels,
        })
        const lines = previewTargets(policyContent(aPolicy()), { priority, tier: null, atMs }, levels)
        for (const { clock, warnAtMs, dueAtMs } of lines) {
          if (clock !== 'next') expect(clocks?.[clock]).toMatchObject({ warnAtMs, dueAtMs })
        }
        expect(lines.length === 0).toBe(clocks === null)
      },
    ),
  )
})
