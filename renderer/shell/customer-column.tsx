import { Customer360 } from '../features/customer-360/customer-360.tsx'
import { ServicePane } from '../features/service-pane/service-pane.tsx'
import { SupportPane } from '../features/support-pane/support-pane.tsx'
import { EarlierTicket } from '../features/ticket/earlier-ticket.tsx'

type CustomerColumnProps = {
  readonly customerId: string | null
  readonly ticketId: string | null
  readonly isTabbed: boolean
}

export function CustomerColumn({ customerId, ticketId, isTabbed }: CustomerColumnProps) {
  if (customerId === null) return null
  return (
    <Customer360
      customerId={customerId}
      ticketId={ticketId}
      isTabbed={isTabbed}
      earlier={(earlierId, onBack) => <EarlierTicket ticketId={earlierId} onBack={onBack} />}
      panes={{
        service: card => <ServicePane card={card} ticketId={ticketId} />,
        support: card => <SupportPane card={card} ticketId={ticketId} />,
      }}
    />
  )
}
