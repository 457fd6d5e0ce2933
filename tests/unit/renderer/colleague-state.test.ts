import { expect, test } from 'vitest'
import { colleagueState } from '../../../renderer/data/use-colleague-state.ts'

const NOW = 1_000
const here = new Map([
  ['lena', { id: 'lena', state: 'lunch', untilMs: NOW + 1 }],
  ['tom', { id: 'tom', state: 'lunch', untilMs: NOW }],
  ['sara', { id: 'sara', state: 'on-call', untilMs: null }],
])
const stateOf = (id: string): string | null => colleagueState(here, id, NOW)?.state ?? null

test('what a colleague says holds until its time is over, and who is not named is offline', () => {
  expect(['lena', 'tom', 'sara', 'adam'].map(stateOf)).toEqual(['lunch', 'available', 'on-call', 'offline'])
})

test('nothing is claimed of anybody while nothing is known', () => {
  expect(colleagueState(null, 'lena', NOW)).toBeNull()
})
