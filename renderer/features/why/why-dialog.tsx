import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../components/dialog.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useLiveQuery, useLiveValue } from '../../data/use-live-query.ts'
import { activeTicketId, useTabs } from '../../stores/tabs-store.ts'
import { explain, useUi } from '../../stores/ui-store.ts'
import { OtherRows } from './other-rows.tsx'
import { WhyRow } from './why-row.tsx'

type Place = { readonly table: string; readonly id: string; readonly field: string | null }

/** Dialog "Why does this look so?": what the hub has, what is pending, who, when, and under which receipt. */
export function WhyDialog() {
  const { t } = useTranslation()
  const place = useUi(state => state.explaining)
  return (
    <Dialog
      opened={place !== null}
      onClose={() => explain(null)}
      title={t('why.title')}
      size={720}
      zIndex={320}
    >
      {place && (
        <>
          <Rows place={place} />
          <Row key={`${place.table} ${place.id}`} place={place} />
        </>
      )}
    </Dialog>
  )
}

/** The other rows of the ticket in front, one click away. */
function Rows({ place }: { readonly place: Place }) {
  const ticketId = useTabs(activeTicketId)
  return ticketId === null ? null : <RowsOfTicket place={place} ticketId={ticketId} />
}

function RowsOfTicket({ place, ticketId }: { readonly place: Place; readonly ticketId: string }) {
  const { t } = useTranslation()
  const view = useLiveValue('tickets.get', { ticketId })
  if (!view) return null
  const rows = [
    ...view.threads.map(({ id, kind }) => ({
      table: 'threads',
      id,
      label: t(kind === 'support' ? 'kind.support' : 'kind.service'),
    })),
    { table: 'tickets', id: view.ticket.id, label: t('why.ticket') },
    { table: 'customers', id: view.ticket.customerId, label: t('why.customer') },
  ]
  return (
    <>
      <SegmentedControl
        aria-label={t('why.of')}
        value={rows.some(({ id }) => id === place.id) ? place.id : ''}
        onChange={id => {
          const row = rows.find(each => each.id === id)
          if (row) explain({ table: row.table, id: row.id, field: null })
        }}
        data={rows.map(({ id, label }) => ({ value: id, label }))}
        mb={12}
      />
      <OtherRows ticketId={ticketId} current={`${place.table} ${place.id}`} />
    </>
  )
}

function Row({ place }: { readonly place: Place }) {
  const { t } = useTranslation()
  const row = useLiveQuery('rows.explain', { table: place.table, id: place.id })
  switch (row.state) {
    case 'loading':
      return <Skeleton rows={4} />
    case 'failed':
      return <LoadFailed error={row.error} onRetry={row.reload} />
    case 'ready':
      if (row.value === null) return <EmptyState>{t('why.notHere')}</EmptyState>
      return <WhyRow row={row.value} field={place.field} />
  }
}
