import fc from 'fast-check'
import { expect, test } from 'vitest'
import { PROMISE_STATES } from '../../../../shared/domain/values.ts'
import { keptRate, keptRates } from '../../../../shared/rules/promises/kept-rate.ts'
import type { Counted } from '../../../../shared/rules/promises/kept-rate.ts'

const promise = (row: Partial<Counted>): Counted => ({
  state: 'kept',
  dueAtMs: 50,
  closedAtMs: 40,
  ownerId: 'a',
  ...row,
})
const period = { fromMs: 0, toMs: 100, nowMs: 80 }

test('kept in time, kept late, broken, withdrawn, not due yet', () => {
  const rate = keptRate(
    [
      promise({}),
      promise({ closedAtMs: 60 }),
      promise({ state: 'broken', closedAtMs: 55 }),
      promise({ state: 'open', closedAtMs: null }),
      promise({ state: 'open', closedAtMs: null, dueAtMs: 90 }),
      promise({ state: 'withdrawn' }),
      promise({ dueAtMs: 101 }),
      // Kept before its time.
      promise({ dueAtMs: 95, closedAtMs: 70 }),
    ],
    period,
  )
  expect(rate).toEqual({ due: 5, kept: 2, late: 1, broken: 2, share: 0.4 })
})

test('nothing due has no rate', () => expect(keptRate([], period).share).toBeNull())

test('parts add up, for all and for each owner', () => {
  const random = fc.record({
    state: fc.constantFrom(...PROMISE_STATES, 'other' as const),
    dueAtMs: fc.integer({ min: -20, max: 120 }),
    closedAtMs: fc.option(fc.integer({ min: -20, max: 80 })),
    ownerId: fc.constantFrom('a', 'b', null),
  })
  fc.assert(
    fc.property(fc.array(random), promises => {
      const whole = keptRate(promises, period)
      expect(whole.kept + whole.late + whole.broken).toBe(whole.due)
      const each = [...keptRates(promises, period).values()]
      expect(each.reduce((sum, { due }) => sum + due, 0)).toBe(whole.due)
      expect(each.reduce((sum, { kept }) => sum + kept, 0)).toBe(whole.kept)
    }),
  )
})
