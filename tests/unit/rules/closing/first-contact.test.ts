import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  contactMissOf,
  FIRST_CONTACT_WINDOW_MS,
  firstContactOf,
} from '../../../../shared/rules/closing/first-contact.ts'
import type { ContactFacts } from '../../../../shared/rules/closing/first-contact.ts'

const SOLVED_MS = 1_000_000
const once: ContactFacts = {
  replies: 1,
  reopenedCount: 0,
  isUnresolved: false,
  solvedAtMs: SOLVED_MS,
  linkedAtMs: null,
}
const LATER_MS = SOLVED_MS + FIRST_CONTACT_WINDOW_MS

test('one reply is a candidate until the window is over, and counts from then on', () => {
  expect(firstContactOf(once, SOLVED_MS)).toBe('candidate')
  expect(firstContactOf(once, LATER_MS - 1)).toBe('candidate')
  expect(firstContactOf(once, LATER_MS)).toBe('kept')
  expect(firstContactOf({ ...once, solvedAtMs: null }, LATER_MS)).toBeNull()
})

test.each([
  [{ replies: 0 }, 'replies'],
  [{ replies: 2 }, 'replies'],
  [{ reopenedCount: 1 }, 'reopened'],
  [{ isUnresolved: true }, 'unresolved'],
  [{ linkedAtMs: SOLVED_MS + 1 }, 'linked'],
  [{ linkedAtMs: LATER_MS }, 'linked'],
  [{ replies: 4, linkedAtMs: SOLVED_MS + 1 }, 'linked'],
] as const)('%o does not count: %s', (change, miss) => {
  expect(contactMissOf({ ...once, ...change })).toBe(miss)
  expect(firstContactOf({ ...once, ...change }, LATER_MS)).toBe('missed')
})

test('a ticket linked that came before the solution, or long after, takes nothing away', () => {
  expect(contactMissOf({ ...once, linkedAtMs: SOLVED_MS })).toBeNull()
  expect(contactMissOf({ ...once, linkedAtMs: LATER_MS + 1 })).toBeNull()
})

test('what was missed stays missed as time goes on, and nothing becomes provisional again', () => {
  const facts = fc.record({
    replies: fc.nat(3),
    reopenedCount: fc.nat(1),
    isUnresolved: fc.boolean(),
    solvedAtMs: fc.constant(SOLVED_MS),
    linkedAtMs: fc.option(fc.integer({ min: 0, max: 2 * LATER_MS })),
  })
  fc.assert(
    fc.property(facts, fc.nat(2 * LATER_MS), fc.nat(LATER_MS), (each, nowMs, laterMs) => {
      const [before, after] = [firstContactOf(each, nowMs), firstContactOf(each, nowMs + laterMs)]
      if (before !== 'candidate') expect(after).toBe(before)
      else expect(after).not.toBe('missed')
    }),
  )
})
