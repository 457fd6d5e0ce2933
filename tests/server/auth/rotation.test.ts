import { expect, test } from 'vitest'
import type { RefreshState } from '../../../server/auth/rotation.ts'
import { LOST_ANSWER_MS, rotationOf } from '../../../server/auth/rotation.ts'

const NOW = 1_000_000_000
const newest: RefreshState = { expiresAtMs: NOW + 1, usedAtMs: null, revokedAtMs: null, successor: null }
const spent: RefreshState = { ...newest, usedAtMs: NOW - 1000, successor: { wasUsed: false } }

test.each([
  ['the newest token', newest, 'rotate'],
  ['one that is over', { ...newest, expiresAtMs: NOW }, 'refuse'],
  ['one of a revoked family', { ...newest, revokedAtMs: NOW - 1 }, 'refuse'],
  ['a spent one whose successor nobody used', spent, 'again'],
  ['the same at the end of the grace', { ...spent, usedAtMs: NOW - LOST_ANSWER_MS }, 'again'],
  ['the same after the grace', { ...spent, usedAtMs: NOW - LOST_ANSWER_MS - 1 }, 'reuse'],
  ['a spent one whose successor was used', { ...spent, successor: { wasUsed: true } }, 'reuse'],
  ['a spent one that was withdrawn without a successor', { ...spent, successor: null }, 'reuse'],
  ['a spent one of a revoked family', { ...spent, revokedAtMs: NOW }, 'refuse'],
] as const)('%s', (_name, state, expected) => {
  expect(rotationOf(state, NOW)).toBe(expected)
})
