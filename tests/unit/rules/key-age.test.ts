import { expect, test } from 'vitest'
import { isKeyDue } from '../../../shared/rules/key-age.ts'

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
