import type { SlaPolicy } from '../../../shared/domain/service-levels.ts'
import { describe, expect, test } from 'vitest'
import { aCalendar, aPolicy, aTarget, NOW_MS } from '../../support/builders.ts'
import { hoursOf, quarterOf, weekIn, zoneOfTeam } from '../../../shared/rules/guests/guest-hours.ts'

const promised = (kind: 'service' | 'support', calendarId: string): SlaPolicy => {
  const target = aTarget({ calendarId })
  return aPolicy({ kind, targets: { urgent: null, high: null, normal: target, low: null } })
}
const at = (text: string): number => Date.parse(text)

describe('a week of a guest', () => {
  test.each([
    ['UTC', '2026-11-25T12:00:00Z', ['2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z']],
    // Sunday evening there, Monday morning elsewhere.
    ['America/Los_Angeles', '2026-11-23T05:00:00Z', ['2026-11-16T08:00:00Z', '2026-11-23T08:00:00Z']],
    // The clocks go back on the Sunday: an hour longer than others.
    ['Europe/Berlin', '2026-10-21T12:00:00Z', ['2026-10-18T22:00:00Z', '2026-10-25T23:00:00Z']],
  ])('in %s at %s', (zone, nowMs, ends) => {
    const { fromMs, endMs } = weekIn(zone, at(nowMs))
    expect([fromMs, endMs]).toEqual(ends.map(at))
  })

  test('is on the clock of the opening hours of the team’s kind, else of another’s, else on none', () => {
    const [berlin, lima] = [
      aCalendar({ id: 'a', timeZone: 'Europe/Berlin' }),
      aCalendar({ id: 'b', timeZone: 'America/Lima' }),
    ]
    const levels = {
      policies: [promised('service', 'a'), promised('support', 'b')],
      calendars: new Map([berlin, lima].map(calendar => [calendar.id, calendar])),
    }
    const zone = (kind: string | null) => zoneOfTeam(kind, levels, NOW_MS)
    expect([zone('service'), zone('support'), zone(null), zone('of-tomorrow')]).toEqual([
      'Europe/Berlin',
      'America/Lima',
      'Europe/Berlin',
      'Europe/Berlin',
    ])
    expect(zoneOfTeam('service', { policies: [], calendars: new Map() }, NOW_MS)).toBe('UTC')
  })
})

test('two acts within a quarter of an hour are one', () => {
  expect(quarterOf(at('2026-11-25T12:14:59Z')) - quarterOf(at('2026-11-25T12:00:00Z'))).toBe(0)
  expect(quarterOf(at('2026-11-25T12:15:00Z')) - quarterOf(at('2026-11-25T12:14:59Z'))).toBe(1)
  expect([0, 1, 6].map(hoursOf)).toEqual([0, 0.25, 1.5])
})
