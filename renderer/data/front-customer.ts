import { activeTab, tabsStore } from '../stores/tabs-store.ts'
import { currentTicket } from './current-ticket.ts'

export type InFront = { readonly customerId: string; readonly ticketId: string | null }

/** Whose card is in front as it is painted, for commands; null: nobody's. */
export function customerInFront(): InFront | null {
  const tab = activeTab(tabsStore.getState())
  if (tab?.type === 'customer') return { customerId: tab.id, ticketId: null }
  const current = currentTicket()
  if (!current) return null
  return { customerId: current.view.ticket.customerId, ticketId: current.view.ticket.id }
}
