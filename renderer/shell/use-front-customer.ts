import { useMemo } from 'react'
import { useLiveValue } from '../data/use-live-query.ts'
import { activeTab, useTabs } from '../stores/tabs-store.ts'

export type FrontCustomer = {
  readonly hasTab: boolean
  readonly customerId: string | null
  readonly ticketId: string | null
}

/** Whose card belongs to the tab in front. */
export function useFrontCustomer(): FrontCustomer {
  const tab = useTabs(activeTab)
  const ticketId = tab?.type === 'ticket' ? tab.id : null
  const view = useLiveValue('tickets.get', ticketId === null ? null : { ticketId })
  const customerId = tab?.type === 'customer' ? tab.id : (view?.ticket.customerId ?? null)
  const hasTab = tab !== null
  return useMemo(() => ({ hasTab, customerId, ticketId }), [hasTab, customerId, ticketId])
}
