import { afterEach, beforeEach, expect, test } from 'vitest'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { sampleId, sampleRow } from '../../support/sample-row.ts'

let laptop: LaptopDatabase
beforeEach(() => {
  laptop = openLaptopDatabase()
})
afterEach(() => laptop.close())

const last = (key: 'ofTicket' | 'ofCustomer'): ReadonlySet<string> | null | undefined =>
  laptop.announced.at(-1)?.get(key)

test('what is stored, changed and removed is announced by the ticket and the customer it belongs to', () => {
  const { store } = laptop
  for (const table of tableNames.filter(name => tables[name].scope === 'customer' || name === 'drafts')) {
    const row = { ...sampleRow(table) } as { id: string } & Record<string, unknown>
    const { columns } = tables[table]
    const tickets = table === 'tickets' ? [row.id] : [row['ticketId'], row['otherTicketId']]
    const customers = table === 'customers' ? [row.id] : [row['customerId']]
    const expected = [
      ['ofTicket', tickets],
      ['ofCustomer', customers],
    ] as const
    const holds = (): void => {
      for (const [key, ids] of expected) {
        const named = ids.filter(id => typeof id === 'string')
        expect(last(key), `${table} ${key}`).toEqual(named.length === 0 ? undefined : new Set(named))
      }
    }
    store.transaction('relaxed', () => store.rows.put(table, row, 3))
    holds()
    const [key] = Object.keys(columns).filter(name => !/[iI]d$/.test(name))
    if (key !== undefined) {
      store.transaction('relaxed', () => store.rows.patch(table, row.id, { [key]: row[key] }))
      holds()
    }
    store.transaction('relaxed', () => store.rows.remove(table, row.id))
    holds()
  }
})

test('a row that goes from one customer to another is announced by both', () => {
  const { store } = laptop
  const ticket = sampleRow('tickets')
  const other = sampleId()
  store.transaction('relaxed', () => store.rows.put('tickets', ticket, 1))
  store.transaction('relaxed', () => store.rows.put('tickets', { ...ticket, customerId: other }, 2))
  expect(last('ofCustomer')).toEqual(new Set([ticket.customerId, other]))
  store.transaction('relaxed', () =>
    store.rows.patch('tickets', ticket.id, { customerId: ticket.customerId }),
  )
  expect(last('ofCustomer')).toEqual(new Set([ticket.customerId, other]))
})
