import { beforeEach, describe, expect, test } from 'vitest'
import { changedSince } from '../../../renderer/features/sync-status/catch-up.tsx'
import {
  ABSENCE_MS,
  absenceBetween,
  beginAnew,
  catchUpStore,
  forgetAbsence,
  notePulled,
} from '../../../renderer/stores/catch-up-store.ts'

const T = 1_700_000_000_000
const pulled = (lastPulledAtMs: number | null) => ({ lastPulledAtMs })
const since = (): number | null => catchUpStore.getState().sinceMs
beforeEach(beginAnew)

describe('an absence', () => {
  test('is a long time between two looks at the hub, and begins with the first of them', () => {
    expect(absenceBetween(pulled(T), pulled(T + ABSENCE_MS))).toBe(T)
    expect(absenceBetween(pulled(T), pulled(T + ABSENCE_MS - 1))).toBeNull()
  })

  test('is none on a new laptop, while nothing was heard yet, and when the clock was put back', () => {
    expect(absenceBetween(null, pulled(T))).toBeNull()
    expect(absenceBetween(pulled(null), pulled(T))).toBeNull()
    expect(absenceBetween(pulled(T), pulled(null))).toBeNull()
    expect(absenceBetween(pulled(T), pulled(T - ABSENCE_MS))).toBeNull()
  })

  test('is told until it was seen; a second one before that leaves the first moment', () => {
    for (const at of [T, T + ABSENCE_MS, T + ABSENCE_MS + 1, T + 3 * ABSENCE_MS]) notePulled(pulled(at))
    expect(since()).toBe(T)
    forgetAbsence()
    notePulled(pulled(T + 3 * ABSENCE_MS + 1))
    expect(since()).toBeNull()
  })

  test('of somebody else is none', () => {
    notePulled(pulled(T))
    beginAnew()
    notePulled(pulled(T + ABSENCE_MS))
    expect(since()).toBeNull()
  })
})

test('what changed since then is asked for in whole minutes, never too few', () => {
  expect(changedSince(T, T + 90_000)).toEqual({ field: 'activity', op: 'shorter', values: [2] })
  expect(changedSince(T, T)).toEqual({ field: 'activity', op: 'shorter', values: [1] })
})
