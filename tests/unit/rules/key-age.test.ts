import { expect, test } from 'vitest'
import { allowedKeyAge, isKeyDue, shorterAge } from '../../../shared/rules/key-age.ts'

const DAY = 86_400_000
const NOW = 1_700_000_000_000

test.each([
  { says: 'never where no age is set', madeAtMs: 0, maxAgeDays: null, isDue: false },
  { says: 'not a moment before its age', madeAtMs: NOW - 90 * DAY + 1, maxAgeDays: 90, isDue: false },
  { says: 'from its age on', madeAtMs: NOW - 90 * DAY, maxAgeDays: 90, isDue: true },
  { says: 'when nobody knows how old it is', madeAtMs: null, maxAgeDays: 365, isDue: true },
  {
    says: 'when a wrong clock has dated it years ahead',
    madeAtMs: NOW + 800 * DAY,
    maxAgeDays: 365,
    isDue: true,
  },
  {
    says: 'not for an hour of difference between clocks',
    madeAtMs: NOW + DAY / 24,
    maxAgeDays: 30,
    isDue: false,
  },
])('a key is replaced $says', ({ madeAtMs, maxAgeDays, isDue }) => {
  expect(isKeyDue({ madeAtMs, nowMs: NOW, maxAgeDays })).toBe(isDue)
})

test('a key that was just made is due under no age', () => {
  for (const maxAgeDays of [1, 30, 365])
    expect(isKeyDue({ madeAtMs: NOW, nowMs: NOW, maxAgeDays })).toBe(false)
})

test('of two ages the shorter one holds, and one that is not set does not count', () => {
  expect([shorterAge(30, 90), shorterAge(90, 30), shorterAge(null, 30), shorterAge(30, null)]).toEqual([
    30, 30, 30, 30,
  ])
  expect(shorterAge(null, null)).toBeNull()
})

test.each([
  null,
  {},
  { keyMaxAgeDays: null },
  { keyMaxAgeDays: 0 },
  { keyMaxAgeDays: 1.5 },
  { keyMaxAgeDays: true },
])('a rule that says nothing of use allows any age: %j', rule => expect(allowedKeyAge(rule)).toBeNull())

test('a rule that names days allows no more', () => {
  expect(allowedKeyAge({ keyMaxAgeDays: 90 })).toBe(90)
})
