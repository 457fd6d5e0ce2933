import { activeTab, activeTicketId, tabsStore } from '../stores/tabs-store.ts'
import { currentTicket } from './current-ticket.ts'

export type InFront = { readonly customerId: string; readonly ticketId: string | null }

/** Of the card in front, or of the ticket in front; null when there is neither. */
export function customerInFront(): InFront | null {
  const state = tabsStore.getState()
  const tab = activeTab(state)
  if (tab?.type === 'customer') return { customerId: tab.id, ticketId: null }
  const current = currentTicket()
  return current === null
    ? null
    : { customerId: current.view.ticket.customerId, ticketId: activeTicketId(state) }
}
