import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../commands/command-table.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { LoadFailed } from '../components/load-failed.tsx'
import { NotHere } from '../components/not-here.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { EarlierTickets } from '../components/ticket-lines.tsx'
import { useLiveQuery } from '../data/use-live-query.ts'
import classes from './customer-tickets.module.css'

/** A customer without a ticket in front: everything that is and was open with them. */
export function CustomerTickets({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const card = useLiveQuery('customers.card', { customerId, ticketId: null })
  if (card.state === 'loading') return <Skeleton rows={5} />
  if (card.state === 'failed') return <LoadFailed error={card.error} onRetry={card.reload} />
  if (card.value === null) return <NotHere ticketId={null} customerId={customerId} />
  const { customer, service, support } = card.value
  const isNew =
    service.open.length + service.earlier.length + support.open.length + support.earlier.length === 0
  return (
    <div className={classes['page']}>
      <header>
        <h1 dir="auto">{customer.name.trim() || t('customer.unnamed')}</h1>
        <Button onClick={() => runCommand('ticket.new')}>{t('commands.ticket.new')}</Button>
      </header>
      {isNew && <EmptyState>{t('customer.noTickets')}</EmptyState>}
      <EarlierTickets title={t('service.open')} lines={service.open} kind="service" without={null} />
      <EarlierTickets title={t('support.open')} lines={support.open} kind="support" without={null} />
      <EarlierTickets
        title={t('service.earlier')}
        lines={service.earlier}
        total={service.earlierCount}
        kind="service"
        without={null}
      />
      <EarlierTickets
        title={t('support.earlier')}
        lines={support.earlier}
        total={support.earlierCount}
        kind="support"
        without={null}
      />
    </div>
  )
}
