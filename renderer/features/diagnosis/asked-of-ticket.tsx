import { useTranslation } from 'react-i18next'
import { Section } from '../../components/section.tsx'
import { liveThreads } from '../../data/current-ticket.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { AskedTriedList } from './asked-tried-list.tsx'

/** The ledger of a ticket that is no technical work: what was asked of the customer, so that nobody asks twice. */
export function AskedOfTicket({ ticketId }: { readonly ticketId: string | null }) {
  const { t } = useTranslation()
  const asked = ticketId === null ? null : { ticketId }
  const view = useLiveValue('diagnosis.get', asked)
  const ticket = useLiveValue('tickets.get', asked)
  if (ticketId === null || !ticket || !view || view.entries.length === 0) return null
  if (liveThreads(ticket.threads).some(({ kind }) => kind === 'support')) return null
  return (
    <Section title={t('diagnosis.ledgerTitle')}>
      <AskedTriedList entries={view.entries} ticketId={ticketId} />
    </Section>
  )
}
