import { afterEach, beforeEach, expect, test } from 'vitest'
import { getTicket } from '../../../main/data/queries/get-ticket.ts'
import { contactsOf } from '../../../main/data/queries/first-contact.ts'
import { listThreads } from '../../../main/data/queries/list-threads.ts'
import {
  aCustomer,
  aMessage,
  anAgent,
  aTakeover,
  aThread,
  aTicket,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const [ticketId, customerId] = [idOf(1), idOf(2)]
let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('agents', anAgent({ id: ME, name: 'Mira Kern' }))
  world.put('customers', aCustomer({ id: customerId }))
  world.put('tickets', aTicket({ id: ticketId, customerId, lastMessageSeq: 2 }))
})
afterEach(() => world.laptop.close())

const thread = (row: Partial<Parameters<typeof aThread>[0]> = {}) =>
  world.put('threads', aThread({ id: idOf(3), ticketId, customerId, state: 'open', ...row }))
const takeover = (row: Parameters<typeof aTakeover>[0] = {}) =>
  world.put('takeovers', aTakeover({ id: ticketId, ticketId, customerId, ...row }))
const need = (view: 'all-open' | 'solved' = 'all-open') =>
  listThreads(world.context, { view, kind: 'all', sort: 'newest', after: null, limit: 50 }).rows.map(
    ({ needsPerson }) => needsPerson,
  )

test('the list says that a person is needed until somebody has taken over, and not of what is done', () => {
  thread()
  expect(need()).toEqual([null])
  takeover({ reason: 'unsure' })
  expect(need()).toEqual(['unsure'])
  takeover({ takenBy: ME, takenAtMs: NOW_MS })
  expect(need()).toEqual([null])
  expect(getTicket(world.context, ticketId)?.takeover).toMatchObject({ takenByName: 'Mira Kern' })
  takeover()
  thread({ state: 'solved', solvedAtMs: NOW_MS })
  expect(need('solved')).toEqual([null])
})

test('what a bot said is no answer of ours: the ticket is not one solved at first contact by it', () => {
  thread({ state: 'solved', solvedAtMs: NOW_MS })
  const said = { ticketId, customerId, direction: 'out' as const, delivery: 'none' as const }
  world.put('messages', aMessage({ ...said, id: idOf(5), seq: 1, authorKind: 'bot', authorId: null }))
  expect(contactsOf(world.context, ticketId)).toEqual({ [idOf(3)]: 'missed' })
  world.put('messages', aMessage({ ...said, id: idOf(6), seq: 2, authorKind: 'agent', authorId: ME }))
  const counted = contactsOf(world.context, ticketId)
  world.put('messages', aMessage({ ...said, id: idOf(7), seq: 3, authorKind: 'bot', authorId: null }))
  expect(contactsOf(world.context, ticketId)).toEqual(counted)
})
