import { expect, test } from 'vitest'
import { sameOf } from '../../../renderer/data/same-of.ts'

const id = (last: number): string => `0190a000-0000-7000-8000-00000000000${last}`
const [ticket, customer, otherTicket, otherCustomer, issue] = [id(1), id(2), id(3), id(4), id(5)]
const from = { ticketId: ticket, customerId: customer }
const to = { ticketId: otherTicket, customerId: otherCustomer }

test('what is shown of one ticket and its customer is asked of the other', () => {
  expect(
    sameOf(
      [
        { name: 'tickets.get', input: { ticketId: ticket } },
        { name: 'customers.card', input: { customerId: customer, ticketId: ticket } },
        { name: 'customers.timeline', input: { customerId: customer, limit: 200 } },
      ],
      from,
      to,
    ),
  ).toEqual([
    { name: 'tickets.get', input: { ticketId: otherTicket } },
    { name: 'customers.card', input: { customerId: otherCustomer, ticketId: otherTicket } },
    { name: 'customers.timeline', input: { customerId: otherCustomer, limit: 200 } },
  ])
})

test('questions about nothing of the ticket, or about something beside it, are left out', () => {
  expect(
    sameOf(
      [
        { name: 'directory.get', input: {} },
        { name: 'tickets.conversation', input: { ticketId: ticket, before: issue, limit: 50 } },
        { name: 'tickets.get', input: { ticketId: issue } },
      ],
      from,
      to,
    ),
  ).toEqual([])
})
