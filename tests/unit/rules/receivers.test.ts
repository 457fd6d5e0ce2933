import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Address } from '../../../shared/domain/values.ts'
import {
  addressKey,
  participantsOf,
  receiverDifference,
  replyReceivers,
} from '../../../shared/rules/receivers.ts'
import { aMessage } from '../../support/builders.ts'

const at = (address: string, name: string | null = null): Address => ({ name, address })
const [ana, bo, cy, team] = [
  at('ana@norte.example', 'Ana'),
  at('bo@norte.example'),
  at('cy@norte.example'),
  at('help@tandem.example'),
]
const own = [team.address]
const mail = aMessage({ from: ana, to: [team, bo], cc: [cy] })

test('a reply goes to the writer alone, or to everybody of the message but the team', () => {
  expect(replyReceivers({ lastMessage: mail, customer: ana, own, toAll: false })).toEqual({
    to: [ana],
    cc: [],
  })
  expect(replyReceivers({ lastMessage: mail, customer: ana, own, toAll: true })).toEqual({
    to: [ana],
    cc: [bo, cy],
  })
})

test('after one’s own mail a reply goes again to those it went to', () => {
  const sent = aMessage({ direction: 'out', from: null, to: [ana, bo], cc: [cy] })
  expect(replyReceivers({ lastMessage: sent, customer: ana, own, toAll: false })).toEqual({
    to: [ana, bo],
    cc: [],
  })
  expect(replyReceivers({ lastMessage: sent, customer: ana, own, toAll: true })).toEqual({
    to: [ana, bo],
    cc: [cy],
  })
})

test('without a message, or without anybody in it, the customer is written to', () => {
  expect(replyReceivers({ lastMessage: null, customer: ana, own, toAll: true })).toEqual({
    to: [ana],
    cc: [],
  })
  const anonymous = aMessage({ from: null, to: [team], cc: [] })
  expect(replyReceivers({ lastMessage: anonymous, customer: ana, own, toAll: true })).toEqual({
    to: [ana],
    cc: [],
  })
  expect(replyReceivers({ lastMessage: null, customer: null, own, toAll: true })).toEqual({ to: [], cc: [] })
})

test('a difference names who joins and who is left out, however addresses are written', () => {
  const before = participantsOf(mail)
  const now = { to: [at('ANA@norte.example ')], cc: [at('dora@norte.example'), team, cy] }
  expect(receiverDifference(before, now)).toEqual({ added: [at('dora@norte.example')], missing: [bo] })
  expect(receiverDifference(before, { to: before.cc, cc: before.to })).toEqual({ added: [], missing: [] })
})

test('nobody stands twice and the team never writes to itself', () => {
  const address = fc.constantFrom(ana, bo, cy, team, at('ANA@NORTE.example'), at(' '))
  const people = fc.array(address, { maxLength: 5 })
  fc.assert(
    fc.property(
      fc.tuple(people, people, fc.option(address)),
      fc.boolean(),
      fc.boolean(),
      ([to, cc, from], isIn, toAll) => {
        const lastMessage = aMessage({ direction: isIn ? 'in' : 'out', from, to, cc })
        const receivers = replyReceivers({ lastMessage, customer: ana, own, toAll })
        const keys = [...receivers.to, ...receivers.cc].map(addressKey)
        expect(new Set(keys).size).toBe(keys.length)
        expect(keys).not.toContain(team.address)
        expect(keys).not.toContain('')
        expect(receivers.to.length).toBeGreaterThan(0)
      },
    ),
  )
})
