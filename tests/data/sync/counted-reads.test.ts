import { afterEach, beforeEach, expect, test } from 'vitest'
import { mutate } from '../../../main/data/sync/mutate.ts'
import type { LaptopStore } from '../../../main/data/sync/store.ts'
import { aCustomer, aMessage, anAsset, aThread, aTicket } from '../../support/builders.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { sampleId, seededRandom } from '../../support/sample-row.ts'

// Hundreds of tickets are changed at once: what one of them looks at is counted here, not timed.

let laptop: LaptopDatabase
const customer = aCustomer({ id: sampleId() })
const ticket = aTicket({ id: sampleId(), customerId: customer.id, lastMessageSeq: 3 })
const of = { ticketId: ticket.id, customerId: customer.id }
const service = aThread({ id: sampleId(), ...of, kind: 'service', state: 'open' })
const support = aThread({ id: sampleId(), ...of, kind: 'support', state: 'open' })
const actor = { id: sampleId(), name: 'Lena', role: 'agent' as const, teamIds: [] }

beforeEach(() => {
  laptop = openLaptopDatabase()
  const { store } = laptop
  store.transaction('durable', () => {
    store.rows.put('customers', customer, 1)
    store.rows.put('tickets', ticket, 1)
    for (const thread of [service, support]) store.rows.put('threads', thread, 1)
    for (const seq of [1, 2, 3]) store.rows.put('messages', aMessage({ id: sampleId(), ...of, seq }), 1)
    for (let number = 0; number < 30; number += 1)
      store.rows.put('assets', anAsset({ id: sampleId(), customerId: customer.id }), 1)
  })
})
afterEach(() => laptop.close())

/** A store that writes down which tables are looked through. */
function counting(store: LaptopStore): { readonly store: LaptopStore; readonly asked: string[] } {
  const asked: string[] = []
  const { rows } = store
  return {
    asked,
    store: {
      ...store,
      rows: {
        ...rows,
        many: read => {
          // Service levels are the same for all.
          if (read.table !== 'slaPolicies') asked.push(read.table)
          return rows.many(read)
        },
      },
    },
  }
}

function lookUpsOf(threadId: string, state: 'pending' | 'solved' | 'closed'): readonly string[] {
  const { store, asked } = counting(laptop.store)
  mutate(
    { store, clock: { now: () => 1_000 }, random: seededRandom(1), actor: () => actor },
    { name: 'thread.setState', args: { threadId, state, seen: 'open', seenUpToSeq: 3 } },
  )
  return [...new Set(asked)].toSorted()
}

const linksNow = (): number => laptop.store.outbox.page(0, 1)[0]?.links.length ?? 0

test('a ticket that is put off looks at its threads and nothing else', () => {
  expect(lookUpsOf(service.id, 'pending')).toEqual(['threads'])
  // What it is connected with: its threads, the look-up that finds them, its event.
  expect(linksNow()).toBeLessThanOrEqual(6)
})

test('service that is solved looks for words the agent has not seen, and at no outage', () => {
  expect(lookUpsOf(service.id, 'solved')).toEqual(['messages', 'threads'])
})

test('only support that is solved looks at outages and at what the customer has', () => {
  expect(lookUpsOf(support.id, 'solved')).toEqual([
    'assets',
    'closings',
    'handshakes',
    'impacts',
    'messages',
    'threads',
  ])
})
