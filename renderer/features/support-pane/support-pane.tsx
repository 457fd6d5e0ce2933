import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { useIsGuest } from '../../data/guest.ts'
import { EarlierTickets } from '../../components/ticket-lines.tsx'
import { TicketFields } from '../../components/ticket-fields.tsx'
import { Assets } from './assets.tsx'
import { Cause } from './cause.tsx'
import { Escalations } from './escalations.tsx'
import { Impact } from './impact.tsx'
import { Incidents } from './incidents.tsx'
import { Issues } from './issues.tsx'

type SupportPaneProps = {
  readonly card: CustomerCard
  readonly ticketId: string | null
  /** Looking into the fault: other features, which come first. */
  readonly diagnosis: ReactNode
  /** Technical steps of plans that run with the customer. */
  readonly plans: ReactNode
}

/** The toolbox: what they have, what is down, what is known about it, what was tried before. */
export function SupportPane({ card, ticketId, diagnosis, plans }: SupportPaneProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  const { support } = card
  return (
    <>
      {diagnosis}
      <TicketFields ticketId={ticketId} kind="support" />
      <Impact card={card} ticketId={ticketId} />
      <Escalations card={card} ticketId={ticketId} />
      <Issues card={card} ticketId={ticketId} />
      {!isGuest && <Cause card={card} ticketId={ticketId} />}
      <EarlierTickets title={t('support.open')} lines={support.open} kind="support" without={ticketId} />
      {!isGuest && (
        <>
          {plans}
          <Assets card={card} ticketId={ticketId} />
          <Incidents card={card} ticketId={ticketId} />
        </>
      )}
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
