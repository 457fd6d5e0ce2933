import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { EarlierTickets } from '../../components/ticket-lines.tsx'
import { TicketFields } from '../../components/ticket-fields.tsx'
import { Assets } from './assets.tsx'
import { Impact } from './impact.tsx'
import { Issues } from './issues.tsx'

type SupportPaneProps = { readonly card: CustomerCard; readonly ticketId: string | null }

/** The toolbox: what they have, what is down, what is known about it, what was tried before. */
export function SupportPane({ card, ticketId }: SupportPaneProps) {
  const { t } = useTranslation()
  const { support } = card
  const others = [...support.open, ...support.earlier].filter(line => line.ticketId !== ticketId)
  const isEmpty = support.assets.length + support.issues.length + others.length === 0
  return (
    <>
      {isEmpty && <EmptyState>{t('support.nothing')}</EmptyState>}
      <Impact card={card} />
      <TicketFields ticketId={ticketId} kind="support" />
      <Issues card={card} />
      <EarlierTickets title={t('support.open')} lines={support.open} kind="support" without={ticketId} />
      <Assets card={card} />
      <EarlierTickets
        title={t('support.earlier')}
        lines={support.earlier}
        total={support.earlierCount}
        kind="support"
        without={ticketId}
      />
    </>
  )
}
