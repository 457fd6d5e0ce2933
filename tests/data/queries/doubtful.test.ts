import { afterEach, beforeEach, expect, test } from 'vitest'
import { createDoubtCount } from '../../../main/data/doubt-count.ts'
import { countDoubtful, listDoubtful } from '../../../main/data/queries/doubtful.ts'
import { aCustomer, aMessage, anAgent, aThread, aTicket, idOf } from '../../support/builders.ts'
import { ME, openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

const COLLEAGUE = idOf(90)
let world: QueryWorld
beforeEach(() => {
  world = openQueryWorld()
  world.put('customers', aCustomer({ id: idOf(1), name: 'Grace' }))
})
afterEach(() => world.laptop.close())

/** A ticket with one outgoing message of doubt. */
function doubtful(at: number, authorId: string | null, assigneeId: string | null = null): string {
  const place = { customerId: idOf(1), ticketId: idOf(at) }
  world.put('tickets', aTicket({ id: place.ticketId, customerId: idOf(1), subject: `Ticket ${at}` }))
  world.put('threads', aThread({ id: idOf(at + 100), ...place, assigneeId }))
  const message = aMessage({
    id: idOf(at + 200),
    ...place,
    direction: 'out',
    authorId,
    delivery: 'unknown',
    bodyText: 'x'.repeat(500),
    to: [{ name: null, address: 'grace@navy.example' }],
    writtenAtMs: at,
  })
  world.put('messages', message)
  return message.id
}
const listed = (): readonly string[] => listDoubtful(world.context).map(({ messageId }) => messageId)
const counted = (): number => countDoubtful(world.context.db, ME)
const iAm = (role: 'agent' | 'supervisor'): void => world.put('agents', anAgent({ id: ME, role }))

test('an agent is asked about own ones and those on own tickets; supervisors about all', () => {
  const [mine, theirs] = [doubtful(10, ME), doubtful(11, COLLEAGUE)]
  const onMyTicket = doubtful(12, COLLEAGUE, ME)
  const byTheHub = doubtful(13, null)
  iAm('agent')
  expect([listed(), counted()]).toEqual([[mine, onMyTicket], 2])
  iAm('supervisor')
  expect([listed(), counted()]).toEqual([[mine, theirs, onMyTicket, byTheHub], 4])
})

test('each says whom it went to, about what, and how it begins', () => {
  doubtful(10, ME)
  expect(listDoubtful(world.context)).toMatchObject([
    { subject: 'Ticket 10', customerName: 'Grace', to: ['grace@navy.example'], files: 0, writtenAtMs: 10 },
  ])
  expect(listDoubtful(world.context)[0]?.excerpt).toHaveLength(160)
})

test('the number beside the clock is told when it is another one, and only then', () => {
  iAm('agent')
  const told: number[] = []
  const doubt = createDoubtCount({
    db: world.context.db,
    agentId: ME,
    onChange: () => told.push(doubt.now()),
  })
  const id = doubtful(10, ME)
  doubt.changed(new Map([['customers', null]]))
  expect(told).toEqual([])
  doubt.changed(new Map([['messages', new Set([id])]]))
  doubt.changed(new Map([['messages', new Set([id])]]))
  expect([told, doubt.now()]).toEqual([[1], 1])
})
