import { describe, expect, test } from 'vitest'
import { canReopen, closingStamp, isTicketDone } from '../../../shared/rules/thread-life.ts'
import { waitedMs, waitingAfterCustomer } from '../../../shared/rules/waiting.ts'
import { isWithdrawn, ticketKindOf } from '../../../shared/rules/work-kind.ts'
import { aThread, idOf, NOW_MS } from '../../support/builders.ts'

const support = aThread({ id: idOf(4), kind: 'support' })
const withdrawn = aThread({ id: idOf(4), kind: 'support', state: 'closed', solvedAtMs: null })

describe('the kind of a ticket', () => {
  test('comes from the threads that count', () => {
    expect(ticketKindOf([aThread()])).toBe('service')
    expect(ticketKindOf([support])).toBe('support')
    expect(ticketKindOf([aThread({ isPaired: true }), { ...support, isPaired: true }])).toBe('both')
    expect(ticketKindOf([aThread(), withdrawn])).toBe('service')
    expect(ticketKindOf([])).toBeNull()
    expect(ticketKindOf([aThread({ kind: 'other' })])).toBeNull()
  })

  test('stays both when both threads were solved and closed', () => {
    const closed = { state: 'closed', solvedAtMs: NOW_MS, isPaired: true } as const
    expect(ticketKindOf([aThread(closed), { ...support, ...closed }])).toBe('both')
  })

  test('a thread closed after it was solved is not withdrawn', () => {
    expect(isWithdrawn(withdrawn)).toBe(true)
    expect(isWithdrawn(aThread({ state: 'closed', solvedAtMs: NOW_MS }))).toBe(false)
    expect([canReopen(withdrawn), canReopen(aThread({ state: 'closed', solvedAtMs: NOW_MS }))]).toEqual([
      false,
      true,
    ])
  })
})

describe('the life of a thread', () => {
  test('solving stamps, closing keeps the stamp, reopening takes it away and counts', () => {
    const solved = closingStamp(aThread(), 'solved', NOW_MS)
    expect(solved).toEqual({ state: 'solved', solvedAtMs: NOW_MS, snoozedUntilMs: null, reopenedCount: 0 })
    const closed = closingStamp(aThread(solved), 'closed', NOW_MS + 9)
    expect(closed).toMatchObject({ solvedAtMs: NOW_MS, reopenedCount: 0 })
    expect(closingStamp(aThread(closed), 'open', NOW_MS + 20)).toMatchObject({
      solvedAtMs: null,
      reopenedCount: 1,
    })
  })

  test('a ticket is done when all its threads are; withdrawn ones do not count', () => {
    expect(isTicketDone([aThread({ state: 'solved', solvedAtMs: NOW_MS }), withdrawn])).toBe(true)
    expect(isTicketDone([aThread({ state: 'solved', solvedAtMs: NOW_MS }), support])).toBe(false)
    expect(isTicketDone([aThread({ state: 'other' })])).toBe(false)
  })
})

describe('waiting', () => {
  test('starts with a written message and not with a call', () => {
    expect(waitingAfterCustomer(null, 'email', 5)).toBe(5)
    expect(waitingAfterCustomer(3, 'email', 5)).toBe(3)
    expect(waitingAfterCustomer(null, 'phone', 5)).toBeNull()
    expect(waitingAfterCustomer(3, 'walk-in', 5)).toBe(3)
    expect(waitingAfterCustomer(null, 'other', 5)).toBe(5)
  })

  test('is never negative', () => {
    expect([waitedMs(10, 15), waitedMs(10, 4), waitedMs(null, 4)]).toEqual([5, 0, null])
  })
})
