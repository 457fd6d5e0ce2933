import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutOffsAt, monthsBefore, retentionRuleOf } from '../../../shared/rules/retention/retention-rule.ts'
import { isOldPerson, isOldPost, isOldTicket } from '../../../shared/rules/retention/what-is-old.ts'
import { aCustomer, aMessage, aThread } from '../../support/builders.ts'

const NOW_MS = Date.UTC(2027, 2, 31, 12)
const day = (text: string): number => Date.parse(`${text}T12:00:00Z`)
const months = { serviceMonths: 6, supportMonths: 12, customerMonths: 24, postMonths: 18 }
const cutOffs = cutOffsAt(NOW_MS, months)
const closed = (kind: 'service' | 'support', at: string) =>
  aThread({ kind, state: 'closed', solvedAtMs: day(at), lastActivityAtMs: day(at) })

describe('how long things are kept', () => {
  test('is for ever until somebody says otherwise', () => {
    expect(retentionRuleOf(null)).toMatchObject({
      removesByItself: false,
      serviceMonths: 0,
      customerMonths: 0,
    })
    const all = cutOffsAt(NOW_MS, retentionRuleOf(null))
    fc.assert(
      fc.property(fc.integer({ min: 0, max: NOW_MS }), atMs => {
        const thread = aThread({ state: 'closed', solvedAtMs: atMs, lastActivityAtMs: atMs })
        expect(isOldTicket([thread], all)).toBe(false)
        expect(isOldPerson([], all.customer)).toBe(false)
      }),
    )
  })

  test('months end on their last day', () => {
    expect(new Date(monthsBefore(NOW_MS, 1)).toISOString()).toBe('2027-02-28T12:00:00.000Z')
    expect(new Date(monthsBefore(NOW_MS, 13)).toISOString()).toBe('2026-02-28T12:00:00.000Z')
  })

  test('more months never remove more', () => {
    fc.assert(
      fc.property(fc.nat(240), fc.nat(240), fc.nat(NOW_MS), (one, other, atMs) => {
        const [fewer, more] = one < other ? [one, other] : [other, one]
        if (fewer === 0) return
        const isOld = (serviceMonths: number): boolean =>
          isOldTicket(
            [aThread({ kind: 'service', state: 'solved', solvedAtMs: atMs, lastActivityAtMs: atMs })],
            cutOffsAt(NOW_MS, { ...months, serviceMonths }),
          )
        expect(isOld(more) && !isOld(fewer)).toBe(false)
      }),
    )
  })
})

test('a post without a customer goes by when it was written or last changed, and stays where that is for ever', () => {
  const post = (posted: string, reported: string | null) => ({
    postedAtMs: day(posted),
    reportedAtMs: reported === null ? null : day(reported),
  })
  expect(isOldPost(post('2025-09-01', null), cutOffs)).toBe(true)
  expect(isOldPost(post('2025-11-01', null), cutOffs)).toBe(false)
  expect(isOldPost(post('2024-09-01', '2025-11-01'), cutOffs)).toBe(false)
  expect(isOldPost(post('2001-09-01', null), cutOffsAt(NOW_MS, { ...months, postMonths: 0 }))).toBe(false)
})

test('a ticket of both kinds is kept as long as the longer of the two, and an open one always', () => {
  expect(isOldTicket([closed('service', '2026-08-01')], cutOffs)).toBe(true)
  expect(isOldTicket([closed('support', '2026-08-01')], cutOffs)).toBe(false)
  const both = (at: string) => isOldTicket([closed('service', at), closed('support', at)], cutOffs)
  expect([both('2026-08-01'), both('2026-03-01')]).toEqual([false, true])
  expect(isOldTicket([{ ...closed('service', '2020-01-01'), state: 'open' }], cutOffs)).toBe(false)
  const written = { ...closed('service', '2020-01-01'), lastActivityAtMs: day('2027-03-01') }
  expect(isOldTicket([written], cutOffs)).toBe(false)
  expect(isOldTicket([], cutOffs)).toBe(false)
})

test('a person is old when nothing says that they are a customer still', () => {
  const row = aCustomer({ createdAtMs: day('2020-01-01') })
  const old = { table: 'customers' as const, row }
  const wrote = (at: string) => ({
    table: 'messages' as const,
    row: aMessage({ writtenAtMs: day(at) }),
  })
  expect(isOldPerson([old], cutOffs.customer)).toBe(true)
  expect(isOldPerson([old, wrote('2025-01-01')], cutOffs.customer)).toBe(true)
  expect(isOldPerson([old, wrote('2026-01-01')], cutOffs.customer)).toBe(false)
})
