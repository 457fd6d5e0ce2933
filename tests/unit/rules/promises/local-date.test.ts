import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dayNumber,
  dayOf,
  isDay,
  localOf,
  momentOf,
  weekdayOf,
} from '../../../../shared/rules/promises/local-date.ts'

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'UTC',
  'Africa/Cairo',
)
const day = fc.integer({
  min: dayNumber({ year: 2020, month: 1, day: 1 }),
  max: dayNumber({ year: 2030, month: 1, day: 1 }),
})

test('days count on, whatever the calendar does', () => {
  fc.assert(
    fc.property(day, number => {
      expect(dayNumber(dayOf(number))).toBe(number)
      expect(weekdayOf(number + 1)).toBe((weekdayOf(number) % 7) + 1)
    }),
  )
  expect(weekdayOf(dayNumber({ year: 2026, month: 11, day: 10 }))).toBe(2)
  expect(isDay({ year: 2026, month: 2, day: 29 })).toBe(false)
  expect(isDay({ year: 2028, month: 2, day: 29 })).toBe(true)
})

test('a moment shows the day and minute it was made from, but for those the clocks jump over', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 1439 }), zone, (number, minutes, timeZone) => {
      const local = localOf(momentOf(number, minutes, timeZone), timeZone)
      const shown = local.dayNumber * 1440 + local.minutes
      const wanted = number * 1440 + minutes
      // Jumped over: later by what they jump, an hour at most.
      expect(shown - wanted === 0 || (shown - wanted > 0 && shown - wanted <= 60)).toBe(true)
    }),
    { numRuns: 400 },
  )
})

test('the hour that is left out in spring and the one that comes twice in autumn', () => {
  const spring = dayNumber({ year: 2026, month: 3, day: 29 })
  expect(momentOf(spring, 150, 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 1, 30))
  const autumn = dayNumber({ year: 2026, month: 10, day: 25 })
  expect(momentOf(autumn, 150, 'Europe/Berlin')).toBe(Date.UTC(2026, 9, 25, 0, 30))
})
