import { expect, test } from 'vitest'
import { missingForOffline } from '../../../shared/rules/day-pack.ts'

const ready = { isFilled: true, lastPulledAtMs: 1_000_000, nowMs: 1_060_000, isAway: false, missingFiles: 0 }

test('a laptop that is filled, fresh and has its files is ready', () => {
  expect(missingForOffline(ready)).toEqual([])
})

test('the gravest comes first', () => {
  const facts = { ...ready, isFilled: false, missingFiles: 2, lastPulledAtMs: null }
  expect(missingForOffline(facts)).toEqual(['filling', 'files'])
})

test('a look that is a quarter of an hour old is too old to leave with', () => {
  expect(missingForOffline({ ...ready, nowMs: ready.lastPulledAtMs + 900_001 })).toEqual(['stale'])
  expect(missingForOffline({ ...ready, nowMs: ready.lastPulledAtMs + 900_000 })).toEqual([])
})

test('who is offline already is not told to look again', () => {
  expect(missingForOffline({ ...ready, isAway: true, nowMs: ready.lastPulledAtMs + 9e6 })).toEqual([])
})
