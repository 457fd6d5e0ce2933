import { expect, test } from 'vitest'
import { lastAt, nextAt, weekday } from '../../../../server/demo/calendar.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const START_MS = Date.UTC(2026, 10, 16)
const FRIDAY = 5

/** Every hour of two weeks: the demo is made on any day and at any time. */
const moments = Array.from({ length: 14 * 24 }, (_, index) => START_MS + index * HOUR_MS)

test('a day at least eleven days ago is found whatever today is', () => {
  for (const nowMs of moments) {
    const atMs = lastAt(nowMs, FRIDAY, { hour: 9, offsetMinutes: 60, leastMs: 11 * DAY_MS })

    expect(weekday(atMs, 60)).toBe(FRIDAY)
    expect(nowMs - atMs).toBeGreaterThanOrEqual(11 * DAY_MS)
    expect(nowMs - atMs).toBeLessThan(18 * DAY_MS)
  }
})

test('the next Friday evening is at most a week ahead whatever today is', () => {
  for (const nowMs of moments) {
    const atMs = nextAt(nowMs, FRIDAY, { hour: 18, offsetMinutes: 60 })

    expect(weekday(atMs, 60)).toBe(FRIDAY)
    expect(atMs - nowMs).toBeGreaterThan(0)
    expect(atMs - nowMs).toBeLessThanOrEqual(7 * DAY_MS)
  }
})
