import { firstName } from '../../shared/rules/fill-in.ts'
import { currentTicket } from './current-ticket.ts'
import { live } from './live.ts'

/** What whoever wrote the ticket in front is called by; empty where nobody knows. */
export function firstNameInFront(): string {
  const ticket = currentTicket()?.view.ticket
  if (!ticket) return ''
  const card = live.read('customers.card', { customerId: ticket.customerId, ticketId: ticket.id })
  return card.state === 'ready' ? firstName(card.value?.customer.name ?? '') : ''
}
