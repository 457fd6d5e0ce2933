import { useTranslation } from 'react-i18next'
import { Line } from '../../components/section.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import classes from '../../components/report.module.css'

const SHOWN = 200

/** The tickets behind a number; each opens. */
export function NamedTickets({ ticketIds }: { readonly ticketIds: readonly string[] }) {
  const { t } = useTranslation()
  const names = useLiveValue('tickets.names', { ticketIds: ticketIds.slice(0, SHOWN) })
  const open = (ticketId: string): void => {
    closeDialog()
    openTicketInTab(ticketId)
  }
  return (
    <ul className={classes['list']}>
      {(names ?? []).map(name => (
        <Line
          key={name.ticketId}
          title={`${ticketName(name)} ${name.subject.trim() || t('ticket.noSubject')}`}
          detail={name.customerName.trim() || t('customer.unnamed')}
          onOpen={() => open(name.ticketId)}
        />
      ))}
    </ul>
  )
}
