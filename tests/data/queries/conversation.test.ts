import { afterEach, beforeEach, expect, test } from 'vitest'
import { getCard } from '../../../main/data/queries/get-card.ts'
import { getConversation } from '../../../main/data/queries/get-conversation.ts'
import { getTicket } from '../../../main/data/queries/get-ticket.ts'
import { getTimeline } from '../../../main/data/queries/get-timeline.ts'
import { listDrafts } from '../../../main/data/queries/directory.ts'
import { findCustomers, search } from '../../../main/data/queries/search.ts'
import {
  aContactPoint,
  aCustomer,
  aDraft,
  aMessage,
  anAgent,
  anAttachment,
  anEvent,
  aNote,
  aThread,
  aTicket,
  aTicketLink,
  freshId,
  idOf,
  NOW_MS,
} from '../../support/builders.ts'
import { ME, MY_CLIENT, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('agents', anAgent({ id: ME, name: 'Mira Kern' }))
  world.put('customers', aCustomer())
  world.put('tickets', aTicket())
  world.put('threads', aThread())
})
afterEach(() => world.laptop.close())

const at = (minutes: number): number => NOW_MS + minutes * 60_000

test('a conversation is messages, notes and events in the order they happened, with names and files', () => {
  const message = aMessage({ writtenAtMs: at(0) })
  const note = aNote({ createdAtMs: at(2), authorId: ME })
  world.put(
    'messages',
    message,
    aMessage({ writtenAtMs: at(3), direction: 'out', authorKind: 'agent', authorId: ME, seq: 2 }),
  )
  world.put('notes', note)
  world.put('events', anEvent({ atMs: at(1) }))
  world.put(
    'attachments',
    anAttachment({ messageId: message.id }),
    anAttachment({ noteId: note.id, fileName: 'log.txt' }),
  )

  const { items, earlier } = getConversation(world.context, { ticketId: idOf(2), before: null, limit: 50 })

  expect(items.map(item => item.type)).toEqual(['message', 'event', 'note', 'message'])
  expect(items[0]).toMatchObject({ authorName: 'Ana Ruiz', attachments: [{ fileName: 'receipt.pdf' }] })
  expect(items[2]).toMatchObject({ authorName: 'Mira Kern', attachments: [{ fileName: 'log.txt' }] })
  expect(earlier).toBeNull()
})

test('that a bot asked for a person stands behind the arrival of the same moment, whichever id is first', () => {
  const types = ['ticket.takeover-asked', 'ticket.created']
  for (const [nth, order] of [types, types.toReversed()].entries()) {
    const ticketId = idOf(0x70 + nth)
    const events = order.map((type, index) =>
      anEvent({ id: idOf(0x80 + nth * 2 + index), ticketId, type, atMs: at(1) }),
    )
    world.put('events', ...events)
    const { items } = getConversation(world.context, { ticketId, before: null, limit: 50 })
    expect(items.map(item => (item.type === 'event' ? item.event.type : ''))).toEqual([
      'ticket.created',
      'ticket.takeover-asked',
    ])
  }
})

test('pages run from the newest to the first message without gaps, also when times are equal', () => {
  const rows = Array.from({ length: 25 }, (_, index) =>
    aMessage({ seq: index + 1, writtenAtMs: at(Math.floor(index / 5)) }),
  )
  world.put('messages', ...rows)
  const seen: string[] = []
  for (let before: string | null = null; ;) {
    const page = getConversation(world.context, { ticketId: idOf(2), before, limit: 7 })
    seen.unshift(...page.items.map(item => (item.type === 'message' ? item.message.id : '')))
    before = page.earlier
    if (before === null) break
  }
  expect(seen).toHaveLength(25)
  expect(new Set(seen)).toEqual(new Set(rows.map(row => row.id)))
})

test('a ticket that is not here is null, one that is here names its customer and links from both sides', () => {
  const other = aTicket({ id: idOf(9), number: 7, subject: 'Parcel late' })
  world.put('tickets', other)
  world.put('ticketLinks', aTicketLink({ ticketId: idOf(2), otherTicketId: idOf(9) }))
  expect(getTicket(world.context, idOf(404))).toBeNull()
  expect(getTicket(world.context, idOf(2))).toMatchObject({
    customerName: 'Ana Ruiz',
    links: [{ ticketId: idOf(9), number: 7 }],
  })
  expect(getTicket(world.context, idOf(9))).toMatchObject({ links: [{ ticketId: idOf(2) }] })
})

test('the timeline reaches over all tickets of the customer and pages without repeating', () => {
  world.put('tickets', aTicket({ id: idOf(9), number: 7 }))
  world.put(
    'messages',
    ...Array.from({ length: 9 }, (_, index) =>
      aMessage({ ticketId: index % 2 ? idOf(9) : idOf(2), writtenAtMs: at(index) }),
    ),
  )
  world.put('events', anEvent({ atMs: at(20) }))
  const first = getTimeline(world.context, { customerId: idOf(1), before: null, limit: 6, subject: 'all' })
  const second = getTimeline(world.context, {
    customerId: idOf(1),
    before: first.earlier,
    limit: 6,
    subject: 'all',
  })
  expect(first.total).toBe(10)
  expect(first.items[0]).toMatchObject({ type: 'ticket.created', atMs: at(20) })
  expect(new Set([...first.items, ...second.items].map(item => item.id)).size).toBe(10)
  expect(second.earlier).toBeNull()
})

test('the card of a customer who is not here is null, of one who is here it counts what is open', () => {
  expect(getCard(world.context, { customerId: idOf(404), ticketId: null })).toBeNull()
  world.put('contactPoints', aContactPoint())
  const card = getCard(world.context, { customerId: idOf(1), ticketId: idOf(2) })
  expect(card?.service.open.map(line => line.ticketId)).toEqual([idOf(2)])
  expect(card?.support.open).toEqual([])
  expect(card?.contactPoints).toHaveLength(1)
})

test('drafts of another device are listed beside the own one and marked', () => {
  const draft = aDraft({ agentId: ME, clientId: MY_CLIENT, body: 'here' })
  world.put('drafts', draft, aDraft({ agentId: ME, clientId: freshId(), body: 'elsewhere' }))
  const listed = listDrafts(world.context, idOf(2))
  expect(new Map(listed.map(each => [each.body, each.isHere]))).toEqual(
    new Map([
      ['here', true],
      ['elsewhere', false],
    ]),
  )
})

test.each([
  ['a word of a message', 'twice', idOf(2)],
  ['the beginning of a word', 'twi', idOf(2)],
  ['words of the subject without accents or case', 'CHARGED', idOf(2)],
  ['the ticket number', '1042', idOf(2)],
  ['Japanese in the middle of a sentence', '返金', idOf(9)],
  ['an error code as typed', 'E-310', idOf(9)],
])('search finds a ticket by %s', (_what, text, ticketId) => {
  world.put('messages', aMessage())
  world.put('tickets', aTicket({ id: idOf(9), number: 7, subject: '返品の返金はいつ' }))
  world.put('messages', aMessage({ ticketId: idOf(9), bodyText: 'The app says E-310 again' }))
  const { hits, isComplete } = search(world.context, { text, subject: 'tickets', limit: 10 })
  expect(hits.map(hit => hit.ticketId)).toEqual([ticketId])
  expect(isComplete).toBe(true)
})

test('an excerpt marks the word that was searched for', () => {
  world.put('messages', aMessage())
  const [hit] = search(world.context, { text: 'twice', subject: 'tickets', limit: 10 }).hits
  expect(hit?.excerpt.filter(piece => piece.isHit).map(piece => piece.text.toLowerCase())).toEqual(['twice'])
})

test('a customer is found by name and by address, once', () => {
  world.put('contactPoints', aContactPoint({ value: 'ana.ruiz@norte.example' }))
  const found = findCustomers(world.context, { text: 'ana', limit: 5 })
  expect(found).toEqual([
    { id: idOf(1), name: 'Ana Ruiz', organisationName: null, contact: 'ana.ruiz@norte.example' },
  ])
})
