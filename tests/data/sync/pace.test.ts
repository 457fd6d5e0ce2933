import { describe, expect, test } from 'vitest'
import { createPace } from '../../../main/data/sync/pace.ts'
import type { Pace } from '../../../main/data/sync/pace.ts'

/** A writer that takes the given time for a row, and now and then a while longer. */
function aWriter() {
  let nowMs = 0
  const pace = createPace(() => nowMs)
  const chunk = (rowMs: number, extraMs = 0, count = pace.rows()): number => {
    const tookMs = count * rowMs + extraMs
    pace.measure(count, () => {
      nowMs += tookMs
    })
    return tookMs
  }
  const settle = (rowMs: number): void => {
    for (let n = 0; n < 40; n += 1) chunk(rowMs)
  }
  return { pace, chunk, settle }
}

describe('the pace of a fill', () => {
  test('finds chunks that hold the writer for less than 8 ms, whatever a row costs', () => {
    for (const rowMs of [0.005, 0.02, 0.3]) {
      const { chunk, settle } = aWriter()
      settle(rowMs)
      const tookMs = chunk(rowMs)
      expect(tookMs).toBeLessThanOrEqual(8)
      expect(tookMs).toBeGreaterThan(4)
    }
  })

  test('keeps chunks between 10 and 2,000 rows', () => {
    const { pace, settle } = aWriter()
    settle(0.0001)
    expect(pace.rows()).toBe(2_000)
    settle(50)
    expect(pace.rows()).toBe(10)
  })

  test('is not thrown off by one checkpoint, but follows rows that are dearer for good', () => {
    const { pace, chunk, settle } = aWriter()
    settle(0.02)
    const calm = pace.rows()
    chunk(0.02, 60)
    expect(pace.rows()).toBeGreaterThan(calm / 2)
    for (let n = 0; n < 12; n += 1) chunk(0.4)
    expect(chunk(0.4)).toBeLessThanOrEqual(8)
  })

  test('learns nothing from the few rows at the end of a part', () => {
    const { pace, chunk, settle } = aWriter()
    settle(0.02)
    const calm = pace.rows()
    chunk(0.02, 2, 3)
    expect(pace.rows()).toBe(calm)
  })

  test('never more than doubles from one chunk to the next', () => {
    const { pace, chunk } = aWriter()
    const before = pace.rows()
    chunk(0.0001)
    expect(pace.rows()).toBe(before * 2)
  })

  test('stays as it began without a stopwatch', () => {
    const still: Pace = createPace(null)
    still.measure(100, () => {})
    expect(still.rows()).toBe(100)
  })
})
