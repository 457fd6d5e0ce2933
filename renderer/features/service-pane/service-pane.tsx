import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerCases } from '../../../shared/contract/cases.ts'
import type { CustomerCard } from '../../../shared/contract/customers.ts'
import { useIsGuest } from '../../data/guest.ts'
import { EarlierTickets } from '../../components/ticket-lines.tsx'
import { TicketFields } from '../../components/ticket-fields.tsx'
import { Billing } from './billing.tsx'
import { Needs } from './catalogue/needs.tsx'
import { Complaints } from './complaints/complaints.tsx'
import { Contracts } from './contracts/contracts.tsx'
import { Duties } from './duties.tsx'
import { Loyalty } from './goodwill/loyalty.tsx'
import { Orders } from './orders.tsx'
import classes from './service-pane.module.css'
import { Voice } from './voice.tsx'

type ServicePaneProps = {
  readonly card: CustomerCard
  /** Null until they are known. */
  readonly cases: CustomerCases | null
  readonly ticketId: string | null
  /** Plans that run with the customer. */
  readonly plans: ReactNode
}

/** The warm handshake: what was promised, what was bought, what is owed, what they thought of it. */
export function ServicePane({ card, cases, ticketId, plans }: ServicePaneProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  const { service } = card
  const open = (
    <EarlierTickets title={t('service.open')} lines={service.open} kind="service" without={ticketId} />
  )
  const earlier = (
    <EarlierTickets
      title={t('service.earlier')}
      lines={service.earlier}
      total={service.earlierCount}
      kind="service"
      without={ticketId}
    />
  )
  if (isGuest)
    return (
      <>
        <TicketFields ticketId={ticketId} kind="service" />
        {open}
        {earlier}
        <p className={classes['none']}>{t('guest.servicePane')}</p>
      </>
    )
  return (
    <>
      {cases && <Complaints complaints={cases.complaints} />}
      <Duties card={card} ticketId={ticketId} />
      <TicketFields ticketId={ticketId} kind="service" />
      {open}
      <Orders key={`orders ${card.customer.id}`} card={card} cases={cases} ticketId={ticketId} />
      <Contracts key={`contracts ${card.customer.id}`} card={card} ticketId={ticketId} />
      {plans}
      <Billing key={`billing ${card.customer.id}`} card={card} cases={cases} ticketId={ticketId} />
      {cases && <Needs needs={cases.needs} />}
      {cases && <Loyalty key={`loyalty ${card.customer.id}`} card={card} cases={cases} ticketId={ticketId} />}
      {earlier}
      <Voice card={card} ticketId={ticketId} />
    </>
  )
}
