import { afterEach, beforeEach, expect, test } from 'vitest'
import { getCard } from '../../../main/data/queries/get-card.ts'
import { getTimeline } from '../../../main/data/queries/get-timeline.ts'
import { getArticle, getKnownIssue, listProducts } from '../../../main/data/queries/knowledge.ts'
import { similarCustomers } from '../../../main/data/queries/similar-customers.ts'
import {
  aContactPoint,
  aCustomer,
  aKnownIssue,
  aMessage,
  anEvent,
  anIssueLink,
  aNote,
  anOrder,
  aProduct,
  aThread,
  aTicket,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { sampleRow } from '../../support/sample-row.ts'
import { openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('customers', aCustomer())
  world.put('tickets', aTicket())
  world.put('threads', aThread())
})
afterEach(() => world.laptop.close())

const blank = { name: '', mail: '', phone: '' }
const similar = (typed: Partial<typeof blank>) => similarCustomers(world.context, { ...blank, ...typed })

test('the known issue of the ticket at hand stands first, whether or not it fits', () => {
  world.put('messages', aMessage({ bodyText: 'Scanner reboots every minute while charging, E-310' }))
  world.put('knownIssues', aKnownIssue({ id: idOf(50) }), aKnownIssue({ id: idOf(51), code: 'KE-200' }))
  world.put('knownIssues', aKnownIssue({ id: idOf(52), symptoms: 'invoices are late', errorCodes: [] }))
  world.put('issueLinks', anIssueLink({ id: idOf(60), issueId: idOf(52) }))
  const issues = getCard(world.context, { customerId: idOf(1), ticketId: idOf(2) })?.support.issues ?? []
  expect(issues[0]).toMatchObject({ issue: { id: idOf(52) }, linkId: idOf(60) })
  expect(issues.slice(1).map(({ linkId }) => linkId)).toEqual([null, null])
  expect(issues.map(({ issue }) => issue.id).filter(id => id === idOf(52))).toHaveLength(1)
})

test('incidents are known issues of other tickets, the newest first', () => {
  world.put('tickets', aTicket({ id: idOf(9), number: 7 }), aTicket({ id: idOf(10), number: 8 }))
  world.put('knownIssues', aKnownIssue({ id: idOf(50) }))
  world.put(
    'issueLinks',
    anIssueLink({ ticketId: idOf(9), issueId: idOf(50), createdAtMs: NOW_MS - 9 }),
    anIssueLink({ ticketId: idOf(10), issueId: idOf(50), createdAtMs: NOW_MS - 1 }),
    anIssueLink({ issueId: idOf(50) }),
  )
  const card = getCard(world.context, { customerId: idOf(1), ticketId: idOf(2) })
  expect(card?.support.incidents.map(({ number }) => number)).toEqual([8, 7])
})

test('the timeline can be narrowed to what somebody said, wrote down, bought or changed', () => {
  world.put('messages', aMessage())
  world.put('notes', aNote())
  world.put('events', anEvent())
  world.put('orders', anOrder())
  const types = (subject: 'all' | 'messages' | 'notes' | 'orders' | 'changes') => {
    const page = getTimeline(world.context, { customerId: idOf(1), before: null, limit: 50, subject })
    expect(page.total).toBe(page.items.length)
    return page.items.map(({ type }) => type)
  }
  expect(types('all')).toHaveLength(4)
  expect(types('messages')).toEqual(['message.in'])
  expect(types('notes')).toEqual(['note'])
  expect(types('orders')).toEqual(['order'])
  expect(types('changes')).toEqual(['ticket.created'])
})

test('somebody new is compared with who is known: by address, number and name, each person once', () => {
  world.put(
    'contactPoints',
    aContactPoint({ value: 'ana.ruiz@norte.example' }),
    aContactPoint({ kind: 'phone', value: '+34 600 11 22 33', isPrimary: false }),
  )
  expect(similar({ mail: 'ANA.RUIZ@norte.example' })).toMatchObject([{ id: idOf(1), because: 'email' }])
  expect(similar({ phone: '600 11 22 33' })).toMatchObject([{ because: 'phone' }])
  expect(similar({ name: 'ana ruiz' })).toMatchObject([{ because: 'name' }])
  expect(similar({ name: 'Ana Ruiz', mail: 'ana.ruiz@norte.example' })).toMatchObject([{ because: 'email' }])
  expect(similar({ name: 'Bo', phone: '60' })).toEqual([])
  expect(similar({ name: 'Bo Larsen', mail: 'bo@larsen.example' })).toEqual([])
})

test('an article and a known issue are read whole, and one that is not here is null', () => {
  world.put('articles', sampleRow('articles', { id: idOf(70), body: 'Hold both keys for ten seconds.' }))
  world.put('products', aProduct({ id: idOf(80) }))
  world.put('knownIssues', aKnownIssue({ id: idOf(50), productId: idOf(80) }))
  world.put('issueLinks', anIssueLink({ issueId: idOf(50) }))
  expect(getArticle(world.context, { articleId: idOf(70) })?.body).toBe('Hold both keys for ten seconds.')
  expect(getArticle(world.context, { articleId: idOf(71) })).toBeNull()
  expect(getKnownIssue(world.context, { issueId: idOf(50) })).toMatchObject({
    productName: 'Scanner S2',
    tickets: 1,
  })
  expect(getKnownIssue(world.context, { issueId: idOf(51) })).toBeNull()
  expect(listProducts(world.context).map(({ name }) => name)).toEqual(['Scanner S2'])
})
