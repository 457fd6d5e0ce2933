import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { search } from '../../../main/data/queries/search.ts'
import { aCustomer, aMessage, aTicket } from '../../support/builders.ts'
import { sampleId } from '../../support/sample-row.ts'
import { openQueryWorld } from './query-world.ts'
import type { QueryWorld } from './query-world.ts'

let world: QueryWorld
const customer = aCustomer({ id: sampleId() })
const ticketOf = (number: number | null, subject: string): string => {
  const ticket = aTicket({ id: sampleId(), customerId: customer.id, number, subject })
  world.put('tickets', ticket)
  return ticket.id
}
const titles = (text: string): readonly string[] =>
  search(world.context, { text, subject: 'tickets', limit: 20 }).hits.map(hit => hit.title)

beforeEach(() => {
  world = openQueryWorld()
  world.put('customers', customer)
})
afterEach(() => world.laptop.close())

describe('a ticket asked for by its number', () => {
  test('comes before every text that holds the same digits, with and without the sign', () => {
    ticketOf(4711, 'The one')
    const other = ticketOf(9, 'Invoice 4711 is wrong')
    world.put(
      'messages',
      aMessage({ id: sampleId(), ticketId: other, customerId: customer.id, bodyText: 'See #4711' }),
    )
    for (const text of ['4711', '#4711', '  #4711 ']) {
      expect(titles(text)).toEqual(['The one', 'Invoice 4711 is wrong'])
    }
  })

  test('is found while its words wait to be indexed', () => {
    ticketOf(4711, 'The one')
    world.laptop.database.db.handle.exec(`INSERT INTO search_tickets (search_tickets) VALUES ('delete-all')`)
    expect(titles('#4711')).toEqual(['The one'])
    expect(titles('one')).toEqual([])
  })

  test('is found by the number it had before the hub numbered it, and afterwards', () => {
    const id = ticketOf(null, 'Written on the train')
    expect(titles('new-1')).toEqual(['Written on the train'])
    world.put(
      'tickets',
      aTicket({ id, customerId: customer.id, number: 12, subject: 'Written on the train' }),
    )
    expect(titles('new-1')).toEqual(['Written on the train'])
    expect(titles('12')).toEqual(['Written on the train'])
  })

  test('is not guessed from longer numbers or words around it', () => {
    ticketOf(4711, 'The one')
    expect(titles('471')).toEqual(['The one'])
    expect(titles('47110')).toEqual([])
    expect(titles('99999999999999999999')).toEqual([])
  })
})
