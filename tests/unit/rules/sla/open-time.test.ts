import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Calendar } from '../../../../shared/domain/service-levels.ts'
import { createOpenTime } from '../../../../shared/rules/sla/open-time.ts'
import type { CalendarHours } from '../../../../shared/rules/sla/open-days.ts'
import { isKnownZone, zoneStretches } from '../../../../shared/rules/sla/zone-offsets.ts'
import { slowAdd, slowBetween } from '../../../support/slow-calendar.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const IS_LONG = process.env['TANDEM_TEST_LONG'] === '1'
/** Counting minutes takes its time. */
const SLOW = { timeout: IS_LONG ? 600_000 : 60_000 }

/** Half-hour summer time, changes at midnight and at a date line, a month without summer time, and none at all. */
const ZONES = [
  'Europe/Madrid',
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Havana',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Africa/Casablanca',
  'Pacific/Apia',
  'Pacific/Chatham',
  'America/Scoresbysund',
  'Asia/Tokyo',
  'UTC',
]

const two = (n: number): string => String(n).padStart(2, '0')
const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
const period = fc
  .uniqueArray(fc.integer({ min: 0, max: 24 * 60 }), { minLength: 2, maxLength: 2 })
  .map(([a = 0, b = 1]) => ({ from: clock(Math.min(a, b)), to: clock(Math.max(a, b)) }))
const weekPeriod = fc
  .record({ weekday: fc.integer({ min: 1, max: 7 }) })
  .chain(day => period.map(p => ({ ...day, ...p })))
const dayText = (dayMs: number): string => new Date(dayMs).toISOString().slice(0, 10)

/** Holidays lie around the moment the test looks at, else they would hardly ever be met. */
const hoursAround = (aroundMs: number): fc.Arbitrary<CalendarHours> =>
  fc.record({
    timeZone: fc.constantFrom(...ZONES),
    week: fc.array(weekPeriod, { maxLength: 12 }),
    holidays: fc.uniqueArray(
      fc.record({
        date: fc.integer({ min: -3, max: 40 }).map(days => dayText(aroundMs + days * DAY_MS)),
        name: fc.constant('Holiday'),
        open: fc.array(period, { maxLength: 2 }),
      }),
      { maxLength: 6, selector: ({ date }) => date },
    ),
  })

/** Any minute of twelve years; every other one near the days on which clocks are changed. */
const moment = fc.oneof(
  fc
    .integer({ min: Date.UTC(2019, 0, 1) / MINUTE_MS, max: Date.UTC(2031, 0, 1) / MINUTE_MS })
    .map(m => m * MINUTE_MS),
  fc
    .record({
      year: fc.integer({ min: 2019, max: 2030 }),
      place: fc.constantFrom([2, 8], [2, 28], [3, 3], [8, 27], [9, 27], [10, 1], [11, 29]),
      minutes: fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }),
    })
    .map(
      ({ year, place: [month = 0, day = 1], minutes }) => Date.UTC(year, month, day) + minutes * MINUTE_MS,
    ),
)
const scene = moment.chain(startMs => hoursAround(startMs).map(hours => ({ startMs, hours })))

test('opening hours between two moments are those a clock counts minute by minute', SLOW, () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 0, max: 9 * 24 * 60 }), ({ startMs, hours }, minutes) => {
      const endMs = startMs + minutes * MINUTE_MS
      expect(createOpenTime(hours).between(startMs, endMs)).toBe(slowBetween(hours, startMs, endMs))
    }),
    { numRuns: IS_LONG ? 3000 : 120 },
  )
})

test('a deadline is the minute at which a clock that counts minute by minute arrives', SLOW, () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 1, max: 30 * 60 }), ({ startMs, hours }, minutes) => {
      const durationMs = minutes * MINUTE_MS
      const giveUpMs = startMs + 14 * DAY_MS
      const slow = slowAdd(hours, startMs, { durationMs, giveUpMs })
      const fast = createOpenTime(hours).add(startMs, durationMs)
      if (slow === null) expect(fast === null || fast > giveUpMs).toBe(true)
      else expect(fast).toBe(slow)
    }),
    { numRuns: IS_LONG ? 3000 : 120 },
  )
})

test('two years of a real week agree to the minute, over four changes of the clocks', SLOW, () => {
  const hours = {
    ...MADRID,
    holidays: [{ date: '2026-12-24', name: 'Nochebuena', open: [{ from: '09:00', to: '13:00' }] }],
  }
  const open = createOpenTime(hours)
  const startMs = Date.UTC(2025, 5, 1, 3, 17)
  const endMs = startMs + 2 * 365 * DAY_MS
  expect(open.between(startMs, endMs)).toBe(slowBetween(hours, startMs, endMs))
})

test('adding and counting are each other’s inverse, far ahead and to the millisecond', () => {
  fc.assert(
    fc.property(scene, fc.integer({ min: 1, max: 2000 * HOUR_MS }), ({ startMs, hours }, durationMs) => {
      const open = createOpenTime(hours)
      const dueMs = open.add(startMs, durationMs)
      if (dueMs === null) return
      expect(open.between(startMs, dueMs)).toBe(durationMs)
      expect(open.between(startMs, dueMs - 1)).toBe(durationMs - 1)
    }),
    { numRuns: 300 },
  )
})

const WEEKDAYS = [1, 2, 3, 4, 5]
const MADRID: CalendarHours = {
  timeZone: 'Europe/Madrid',
  week: WEEKDAYS.flatMap(weekday => [
    { weekday, from: '09:00', to: '14:00' },
    { weekday, from: '16:00', to: '19:00' },
  ]),
  holidays: [],
}
const madrid = createOpenTime(MADRID)
/** Friday, 7 March 2025, 18:30 in Madrid. */
const FRIDAY_EVENING = Date.UTC(2025, 2, 7, 17, 30)

describe('several periods a day', () => {
  test('what is left on Friday evening goes on on Monday, over the break at noon', () => {
    expect(new Date(madrid.add(FRIDAY_EVENING, 6 * HOUR_MS) ?? 0).toISOString()).toBe(
      '2025-03-10T15:30:00.000Z',
    )
  })
  test('a duration that ends with a period is over when it ends, not when the next one begins', () => {
    expect(madrid.add(FRIDAY_EVENING, HOUR_MS / 2)).toBe(FRIDAY_EVENING + HOUR_MS / 2)
  })
  test('periods that overlap or touch count once', () => {
    const open = createOpenTime({
      ...MADRID,
      week: [
        { weekday: 5, from: '09:00', to: '12:00' },
        { weekday: 5, from: '11:00', to: '14:00' },
        { weekday: 5, from: '14:00', to: '15:00' },
      ],
    })
    expect(open.between(Date.UTC(2025, 2, 7), Date.UTC(2025, 2, 8))).toBe(6 * HOUR_MS)
  })
})

describe('changes of the clocks', () => {
  const sundays = (from: string, to: string): CalendarHours => ({
    timeZone: 'Europe/Madrid',
    week: [{ weekday: 7, from, to }],
    holidays: [],
  })
  test('the hour that summer time skips is never open', () => {
    const open = createOpenTime(sundays('01:00', '04:00'))
    expect(open.between(Date.UTC(2025, 2, 29), Date.UTC(2025, 2, 31))).toBe(2 * HOUR_MS)
  })
  test('the hour that comes twice counts twice', () => {
    const open = createOpenTime(sundays('01:00', '04:00'))
    expect(open.between(Date.UTC(2025, 9, 25), Date.UTC(2025, 9, 27))).toBe(4 * HOUR_MS)
  })
  test('summer time of half an hour is half an hour', () => {
    const open = createOpenTime({ ...sundays('00:00', '24:00'), timeZone: 'Australia/Lord_Howe' })
    expect(open.between(Date.UTC(2025, 3, 4), Date.UTC(2025, 3, 8))).toBe(24.5 * HOUR_MS)
  })
  test('a day that a country left out was never there', () => {
    const open = createOpenTime({
      timeZone: 'Pacific/Apia',
      week: [{ weekday: 5, from: '09:00', to: '17:00' }],
      holidays: [],
    })
    expect(open.between(Date.UTC(2011, 11, 26), Date.UTC(2012, 0, 2))).toBe(0)
  })
  test('every zone is one line without gaps, year after year', () => {
    for (const zone of ZONES) {
      for (let year = 2019; year < 2030; year += 1) {
        const stretches = zoneStretches(zone, year)
        expect(stretches[0]?.fromMs).toBe(Date.UTC(year, 0, 1))
        expect(stretches.at(-1)?.toMs).toBe(Date.UTC(year + 1, 0, 1))
        for (const [index, { fromMs, toMs }] of stretches.entries()) {
          expect(toMs).toBeGreaterThan(fromMs)
          if (index > 0) expect(fromMs).toBe(stretches[index - 1]?.toMs)
        }
      }
    }
  })
})

describe('calendars that never open', () => {
  const hours = { timeZone: 'UTC', holidays: [] as Calendar['holidays'] }
  test('give no deadline instead of looking for one for ever', () => {
    expect(createOpenTime({ ...hours, week: [] }).add(FRIDAY_EVENING, 1)).toBeNull()
    expect(createOpenTime({ ...hours, week: [] }).between(0, FRIDAY_EVENING)).toBe(0)
  })
  test('but one holiday with opening hours are opening hours', () => {
    const open = createOpenTime({
      ...hours,
      week: [],
      holidays: [{ date: '2026-01-06', name: 'Reyes', open: [{ from: '10:00', to: '11:00' }] }],
    })
    expect(open.add(FRIDAY_EVENING, HOUR_MS)).toBe(Date.UTC(2026, 0, 6, 11))
    expect(open.add(FRIDAY_EVENING, HOUR_MS + 1)).toBeNull()
  })
  test('what makes no sense is left out: no time, no day, the end before the start', () => {
    const week = [
      { weekday: 1, from: '9', to: '17:00' },
      { weekday: 1, from: '17:00', to: '09:00' },
      { weekday: 9, from: '09:00', to: '17:00' },
    ]
    const open = createOpenTime({
      ...hours,
      week,
      holidays: [{ date: '2025-02-30', name: '', open: [{ from: '00:00', to: '24:00' }] }],
    })
    expect(open.between(Date.UTC(2025, 0, 1), Date.UTC(2026, 0, 1))).toBe(0)
  })
  test('a zone nobody knows counts as UTC', () => {
    expect(isKnownZone('Mars/Olympus')).toBe(false)
    expect(isKnownZone('+02:00')).toBe(false)
    expect(isKnownZone('Europe/Madrid')).toBe(true)
    const open = createOpenTime({
      ...hours,
      timeZone: 'Mars/Olympus',
      week: [{ weekday: 5, from: '09:00', to: '17:00' }],
    })
    expect(open.between(Date.UTC(2025, 2, 7, 8), Date.UTC(2025, 2, 7, 10))).toBe(HOUR_MS)
  })
})

test('around the clock is time itself', () => {
  const week = [1, 2, 3, 4, 5, 6, 7].map(weekday => ({ weekday, from: '00:00', to: '24:00' }))
  const open = createOpenTime({ timeZone: 'Europe/Madrid', week, holidays: [] })
  expect(open.add(FRIDAY_EVENING, 1234)).toBe(FRIDAY_EVENING + 1234)
  expect(open.between(FRIDAY_EVENING, FRIDAY_EVENING + 10 * DAY_MS)).toBe(10 * DAY_MS)
  expect(open.between(FRIDAY_EVENING, 0)).toBe(0)
})

test('ten thousand deadlines a year ahead take no time worth a word once the year is known', () => {
  madrid.add(FRIDAY_EVENING, 1500 * HOUR_MS)
  const startedMs = performance.now()
  for (let index = 0; index < 10_000; index += 1) madrid.add(FRIDAY_EVENING + index * 1000, 1500 * HOUR_MS)
  expect(performance.now() - startedMs).toBeLessThan(500)
})
