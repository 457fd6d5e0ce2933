import { expect, test } from 'vitest'
import { mutationByName } from '../../../shared/mutations/index.ts'
import type { MutationName } from '../../../shared/mutations/index.ts'
import { returnNumber } from '../../../shared/rules/return-number.ts'
import { aCustomer, aFollowUp, anAsset, aReturnCase, idOf, NOW_MS, onHub } from '../../support/builders.ts'
import { aDesk, ids, samples } from './scenes.ts'

const DAY_MS = 86_400_000

test('a follow-up moved by two agents asks; one that ended meanwhile stays as it is', () => {
  const desk = aDesk()
  desk.put('followUps', aFollowUp({ id: ids.followUp, dueAtMs: NOW_MS + 5 * DAY_MS }))
  expect(desk.decide('followUp.reschedule', samples['followUp.reschedule'], onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ field: 'dueAtMs', theirs: NOW_MS + 5 * DAY_MS }] },
  })
  desk.put('followUps', aFollowUp({ id: ids.followUp, state: 'done', dueAtMs: NOW_MS }))
  expect(desk.decide('followUp.reschedule', samples['followUp.reschedule'], onHub())).toEqual({
    kind: 'changes',
    changes: [],
  })
})

test('moving a promise is recorded with both times, for the customer was told', () => {
  const desk = aDesk()
  desk.run('promise.reschedule', samples['promise.reschedule'], onHub())
  expect(desk.all('events')).toMatchObject([
    {
      type: 'promise.rescheduled',
      facts: { dueBeforeMs: NOW_MS + DAY_MS, dueAtMs: NOW_MS + 2 * DAY_MS },
      actorId: ids.me,
    },
  ])
})

test('two subjects of one ticket ask, and the event holds no words of people', () => {
  const desk = aDesk()
  const mine = samples['ticket.setSubject']
  expect(desk.decide('ticket.setSubject', { ...mine, seen: 'Another one' }, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { reason: 'changed-since', fields: [{ field: 'subject', mine: mine.subject }] },
  })
  desk.run('ticket.setSubject', mine, onHub())
  expect(desk.get('tickets', ids.ticket)?.subject).toBe(mine.subject)
  expect(desk.all('events')).toMatchObject([{ type: 'ticket.subject-changed', facts: {} }])
})

test('a known issue linked by two agents is linked once', () => {
  const desk = aDesk()
  desk.run('ticket.linkIssue', samples['ticket.linkIssue'], onHub())
  const again = { ...samples['ticket.linkIssue'], linkId: ids.madeToo }
  expect(desk.run('ticket.linkIssue', again, onHub({ mutationId: idOf(90) }))).toEqual([])
  expect(desk.all('issueLinks').filter(({ issueId }) => issueId === ids.issue)).toHaveLength(1)
  expect(desk.all('events')).toMatchObject([{ type: 'ticket.issue-linked', facts: { issue: 'KE-117' } }])
})

test('a link to a known issue of another ticket is not taken away from here', () => {
  const desk = aDesk()
  const elsewhere = { linkId: ids.issueLink, ticketId: ids.otherTicket }
  expect(desk.decide('ticket.unlinkIssue', elsewhere, onHub()).kind).toBe('rejected')
})

test('of an asset only the fields that moved ask', () => {
  const desk = aDesk()
  desk.put('assets', anAsset({ id: ids.asset, version: '2.3.9', state: 'in-use' }))
  expect(desk.decide('asset.update', samples['asset.update'], onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { fields: [{ field: 'version', seen: '2.3.1', mine: '2.4.0', theirs: '2.3.9' }] },
  })
})

test('each name of what an asset runs in is a field of its own', () => {
  const desk = aDesk()
  const assetId = ids.asset
  desk.put('assets', anAsset({ id: assetId, environment: { os: 'Windows 11', tills: 5 } }))
  const wish = (name: string, seen: string | number | null, value: string | null) => ({
    assetId,
    fields: [{ field: 'environment' as const, name, seen, value }],
  })
  expect(desk.decide('asset.update', wish('os', 'Windows 10', 'Linux'), onHub())).toMatchObject({
    kind: 'conflict',
    conflict: {
      fields: [{ field: 'environment.os', seen: 'Windows 10', mine: 'Linux', theirs: 'Windows 11' }],
    },
  })
  desk.run('asset.update', wish('operating room', null, 'third floor'), onHub())
  desk.run('asset.update', wish('tills', 5, null), onHub({ mutationId: ids.madeToo }))
  expect(desk.all('assets').find(({ id }) => id === assetId)?.environment).toEqual({
    os: 'Windows 11',
    'operating room': 'third floor',
  })
})

test('a change of surroundings is undone by what stood there', () => {
  const desk = aDesk()
  const environment = { os: 'Windows 11' }
  desk.put('assets', anAsset({ id: ids.asset, environment }))
  const mutation = mutationByName('asset.update')
  const args = {
    assetId: ids.asset,
    fields: [
      { field: 'environment', name: 'os', seen: 'Windows 11', value: 'Linux' },
      { field: 'environment', name: 'router', seen: null, value: 'Fritz' },
    ],
  } as const
  const inverse = mutation.invert(desk.load(mutation, args).rows as never, args)
  desk.run('asset.update', args as never, onHub())
  desk.run('asset.update', inverse?.args as never, onHub({ mutationId: ids.madeToo }))
  expect(desk.all('assets').find(({ id }) => id === ids.asset)?.environment).toEqual(environment)
  expect(mutation.without(args, ['environment.os'])).toEqual({ ...args, fields: [args.fields[1]] })
})

test('a return is a request, never an approval, and asks when a colleague was first', () => {
  const desk = aDesk()
  const mine = samples['return.start']
  desk.put('returnCases', aReturnCase({ id: ids.madeToo, orderId: ids.order, state: 'requested' }))
  expect(desk.decide('return.start', mine, onHub())).toMatchObject({
    kind: 'conflict',
    conflict: { reason: 'taken', fields: [{ id: ids.madeToo }] },
  })
  desk.put('returnCases', aReturnCase({ id: ids.madeToo, orderId: ids.order, state: 'refunded' }))
  desk.run('return.start', mine, onHub())
  expect(desk.get('returnCases', ids.made)).toMatchObject({
    state: 'requested',
    number: returnNumber(ids.made),
    closedAtMs: null,
  })
})

test('nobody starts a return of an order of somebody else', () => {
  const desk = aDesk()
  desk.put('customers', aCustomer({ id: idOf(91) }))
  const wrong = { ...samples['return.start'], customerId: idOf(91) }
  expect(desk.decide('return.start', wrong, onHub()).kind).toBe('rejected')
})

test('return numbers can be read aloud and differ for cases made in one moment', () => {
  expect(returnNumber(idOf(255))).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}$/)
  const numbers = Array.from({ length: 2_000 }, (_, index) => returnNumber(idOf(index)))
  expect(new Set(numbers).size).toBe(2_000)
})

test('the same address is written down once, however it is written', () => {
  const desk = aDesk()
  const again = { ...samples['contact.add'], kind: 'email' as const, value: ' ANA@norte.example ' }
  expect(desk.run('contact.add', again, onHub())).toEqual([])
  desk.run('contact.add', samples['contact.add'], onHub())
  expect(desk.get('contactPoints', ids.made)).toMatchObject({ isPrimary: true, kind: 'phone' })
})

const undone = [
  ['followUp.reschedule', 'followUps'],
  ['promise.reschedule', 'promises'],
  ['ticket.setSubject', 'tickets'],
  ['ticket.setFields', 'tickets'],
  ['ticket.linkIssue', 'issueLinks'],
  ['asset.update', 'assets'],
  ['contact.add', 'contactPoints'],
] as const

test.each(undone)('undoing %s leaves everything as it was', (name, table) => {
  const desk = aDesk()
  const before = desk.all(table)
  const mutation = mutationByName(name)
  const inverse = mutation.invert(desk.load(mutation, samples[name]).rows as never, samples[name])
  desk.run(name, samples[name], onHub())
  expect(desk.all(table)).not.toEqual(before)
  desk.run(inverse?.name as MutationName, inverse?.args as never, onHub({ mutationId: ids.madeToo }))
  expect(desk.all(table)).toEqual(before)
})

test('undoing an unlinked issue links it again, by whoever undid it', () => {
  const desk = aDesk()
  const mutation = mutationByName('ticket.unlinkIssue')
  const args = samples['ticket.unlinkIssue']
  expect(mutation.invert(desk.load(mutation, args).rows as never, args)).toEqual({
    name: 'ticket.linkIssue',
    args: { linkId: ids.issueLink, ticketId: ids.ticket, issueId: idOf(29) },
  })
})
