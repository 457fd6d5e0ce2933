import { afterEach, beforeEach, expect, test } from 'vitest'
import { getGuestDesk } from '../../../main/data/queries/guest-desk.ts'
import { proposalsOf, waitingProposals } from '../../../main/data/queries/proposals.ts'
import { FOR_COLLEAGUES } from '../../../shared/rules/guests/what-guests-see.ts'
import {
  aCustomer,
  aMessage,
  anAgent,
  anAttachment,
  anIssueLink,
  aTeam,
  aThread,
  aTicket,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { aProposal } from '../../support/growth-builders.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const team = idOf(5)
const HOUR_MS = 3_600_000
let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('teams', aTeam({ id: team, name: 'Orders' }))
  world.put('agents', anAgent({ id: ME, role: 'guest', teamIds: [team], guestUntilMs: NOW_MS + HOUR_MS }))
  world.put('agents', anAgent({ id: idOf(6), name: 'Lena Koch' }))
  world.put('articles', {
    id: idOf(7),
    title: 'Change the delivery address',
    language: 'en',
    body: 'Under account.',
    url: null,
    tags: [],
    state: 'published',
    kind: 'service',
    updatedAtMs: NOW_MS,
    version: null,
    updatedBy: null,
  })
})
afterEach(() => world.laptop.close())

let next = 100
function addTicket(
  subject: string,
  more: Partial<Parameters<typeof aThread>[0]> = {},
  mergedIntoId?: string,
) {
  const [customerId, ticketId, threadId] = [idOf(next), idOf(next + 1), idOf(next + 2)]
  next += 10
  world.put(
    'customers',
    aCustomer({ id: customerId, name: `Who of ${subject}`, mergedIntoId: mergedIntoId ?? null }),
  )
  world.put('tickets', aTicket({ id: ticketId, customerId, subject }))
  const place = { ticketId, customerId }
  world.put(
    'threads',
    aThread({ ...place, id: threadId, teamId: team, waitingSinceMs: NOW_MS - next, ...more }),
  )
  world.put('messages', aMessage({ ...place, id: idOf(next + 3), bodyText: subject, direction: 'in' }))
  return { customerId, ticketId, threadId }
}
const subjects = (): readonly string[] => getGuestDesk(world.context).tickets.map(({ subject }) => subject)

test('what suits comes with its reasons, a known question first; the rest is left to colleagues', () => {
  addTicket('A small thing')
  addTicket('How do I change my delivery address?')
  addTicket('Till is down', { priority: 'urgent' })
  addTicket('This is unacceptable')
  addTicket('Somebody has it', { assigneeId: idOf(6) })
  addTicket('Elsewhere', { teamId: idOf(8) })
  const hit = addTicket('An outage')
  world.put('issueLinks', anIssueLink({ id: idOf(60), ticketId: hit.ticketId, customerId: hit.customerId }))
  expect(subjects()).toEqual(['How do I change my delivery address?', 'A small thing'])
  const desk = getGuestDesk(world.context)
  expect(desk).toMatchObject({ teamNames: ['Orders'], untilMs: NOW_MS + HOUR_MS })
  expect(desk.tickets[0]).toMatchObject({
    reasons: ['known-answer', 'not-urgent', 'calm'],
    answer: { kind: 'article', title: 'Change the delivery address' },
  })
})

test('what the hub says of any record of the person keeps the ticket from guests', () => {
  const root = addTicket('Of the person')
  const other = addTicket('Of the other record', {}, root.customerId)
  expect(subjects()).toHaveLength(2)
  const record = { id: other.customerId, mergedIntoId: root.customerId, labels: [FOR_COLLEAGUES] }
  world.put('customers', aCustomer(record))
  expect(subjects()).toEqual([])
})

test('what is suggested waits for others, the oldest first, and its author sees what became of it', () => {
  const one = addTicket('First')
  const two = addTicket('Second')
  const own = aProposal({ ...one, id: idOf(70), authorId: ME, createdAtMs: NOW_MS - 5 })
  world.put('proposals', own)
  world.put('proposals', aProposal({ ...two, id: idOf(71), authorId: idOf(6), createdAtMs: NOW_MS - 9 }))
  expect(waitingProposals(world.context).map(({ id, authorName }) => [id, authorName])).toEqual([
    [idOf(71), 'Lena Koch'],
  ])
  // A ticket that has one waiting is begun.
  expect(subjects()).toEqual([])
  const place = { ticketId: one.ticketId, customerId: one.customerId }
  const file = anAttachment({ ...place, id: idOf(72), proposalId: own.id })
  world.put('attachments', file)
  world.put('attachments', anAttachment({ ...place, id: idOf(73) }))
  expect(proposalsOf(world.context, one.ticketId).map(({ attachments }) => attachments)).toEqual([[file]])
  expect(getGuestDesk(world.context).own).toMatchObject([{ id: own.id, subject: 'First', state: 'proposed' }])
})

test('for others there is no desk of guests', () => {
  world.put('agents', anAgent({ id: ME, role: 'agent', teamIds: [team] }))
  addTicket('A small thing')
  expect(getGuestDesk(world.context)).toEqual({ teamNames: [], untilMs: null, tickets: [], own: [] })
})
