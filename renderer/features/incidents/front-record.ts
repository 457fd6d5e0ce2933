import type { AssetLine, CustomerCard } from '../../../shared/contract/customers.ts'
import type { DiagnosisView } from '../../../shared/contract/diagnosis.ts'
import type { SupportRecord } from '../../../shared/contract/incidents.ts'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import { likelyAsset } from '../../data/likely-asset.ts'
import { useLiveQuery, useLiveValue } from '../../data/use-live-query.ts'
import { activeTicketId, useTabs } from '../../stores/tabs-store.ts'

export type FrontRecord = {
  readonly view: TicketView
  readonly card: CustomerCard
  readonly record: SupportRecord
  /** What was found out in the ticket so far; null when nothing was. */
  readonly diagnosis: DiagnosisView | null
}

/** The ticket in front with all that support knows of it; null while it is on its way or there is none. */
export function useFrontRecord(): FrontRecord | null {
  const ticketId = useTabs(activeTicketId)
  const view = useLiveValue('tickets.get', ticketId === null ? null : { ticketId })
  const customerId = view?.ticket.customerId
  const asked = customerId === undefined || ticketId === null ? null : { customerId, ticketId }
  const card = useLiveValue('customers.card', asked)
  const record = useLiveValue('support.record', asked)
  const found = useLiveQuery('diagnosis.get', ticketId === null ? null : { ticketId })
  // Forms begin with what is known: they wait until all of it is here.
  if (!view || !card || !record || found.state === 'loading') return null
  return { view, card, record, diagnosis: found.state === 'ready' ? found.value : null }
}

/** The thing the ticket in front is about; null where what is recorded does not say. */
export const frontAsset = ({ view, card, record, diagnosis }: FrontRecord): string | null =>
  likelyAsset(card, {
    ticketId: view.ticket.id,
    diagnosedId: diagnosis?.diagnosis?.assetId ?? null,
    impacts: record.impacts,
  })

/** Two things of one name are told apart by their number. */
export const assetName = ({ name, serial }: AssetLine): string => [name, serial].filter(Boolean).join(' · ')
