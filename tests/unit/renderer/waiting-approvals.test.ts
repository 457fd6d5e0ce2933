import { expect, test } from 'vitest'
import { countWaiting, waitingBeyond } from '../../../renderer/lib/waiting-approvals.ts'
import { APPROVALS_LIMIT } from '../../../shared/protocol/approvals.ts'
import type { WaitingOnHub } from '../../../shared/protocol/approvals.ts'

const onHub = (id: string): WaitingOnHub => ({
  id,
  customerId: 'c',
  customerName: '',
  ticketId: null,
  number: null,
  subject: null,
  subjectKind: 'return',
  amountMinor: 1,
  currency: 'EUR',
  reason: null,
  requestedBy: null,
  requestedAtMs: 0,
})
const answer = (ids: readonly string[], others = 0) => ({ approvals: ids.map(onHub), others })
const held = (...ids: readonly string[]) => ids.map(id => ({ id }))
const none: ReadonlySet<string> = new Set()

test('each waiting approval is counted once, whoever names it', () => {
  expect(countWaiting({ held: held('a', 'new'), answer: answer(['a', 'b'], 2), decided: none })).toBe(5)
  expect(countWaiting({ held: [], answer: answer([]), decided: none })).toBe(0)
})

test('before the hub has said anything only what is held counts', () => {
  expect(countWaiting({ held: held('a'), answer: null, decided: none })).toBe(1)
})

test('what was decided here waits no more, though the hub has not heard of it', () => {
  const known = { held: held('a'), answer: answer(['a', 'b']), decided: new Set(['b']) }
  expect(waitingBeyond(known)).toEqual([])
  expect(countWaiting(known)).toBe(1)
  // Taken back, it is waiting on the laptop again.
  expect(countWaiting({ ...known, held: held('a', 'b') })).toBe(2)
})

test('of more than an answer names, what is held is not counted twice', () => {
  const named = Array.from({ length: APPROVALS_LIMIT }, (_, index) => `n${index}`)
  expect(countWaiting({ held: held('n0', 'beyond'), answer: answer(named, 7), decided: none })).toBe(
    APPROVALS_LIMIT + 7,
  )
})
