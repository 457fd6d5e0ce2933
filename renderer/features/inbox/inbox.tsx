import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LoadFailed } from '../../components/load-failed.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { useUi } from '../../stores/ui-store.ts'
import { BulkBar } from './bulk-bar.tsx'
import { useColumns } from '../../stores/columns-store.ts'
import type { ColumnName } from '../../stores/columns-store.ts'
import { FilterRow } from './filter-row.tsx'
import { InboxEmpty } from './inbox-empty.tsx'
import { InboxHeader } from './inbox-header.tsx'
import classes from './inbox.module.css'
import { KindSegments } from './kind-segments.tsx'
import { TicketList } from './ticket-list.tsx'
import { useInbox } from './use-inbox.ts'

type InboxProps = {
  /** The search box; what it finds covers the rows while it is open. */
  readonly search: ReactNode
  readonly isSearching: boolean
  /** What comes before the rows of any view. */
  readonly first: ReactNode
  /** Below the rows, whatever they are. */
  readonly foot: ReactNode
}

/** Region "Ticket list": the view in front, as cards or as a table. */
export function Inbox({ search, isSearching, first, foot }: InboxProps) {
  const { t } = useTranslation()
  const columns = useColumns()
  return (
    <section className={classes['inbox']} aria-label={t('landmarks.ticketList')}>
      <InboxHeader columns={columns} />
      {search}
      {!isSearching && (
        <>
          {first}
          <KindSegments />
          <FilterRow />
          <Rows columns={columns} />
          <BulkBar />
        </>
      )}
      {foot}
    </section>
  )
}

function Rows({ columns }: { readonly columns: readonly ColumnName[] }) {
  const inbox = useInbox()
  const form = useUi(state => state.form)
  switch (inbox.state) {
    case 'loading':
      return <Skeleton shape="cards" rows={8} />
    case 'failed':
      return <LoadFailed error={inbox.error} onRetry={inbox.loadMore} />
    case 'ready':
      return inbox.value.items.length === 0 && !inbox.value.hasMore ? (
        <InboxEmpty />
      ) : (
        <TicketList
          rows={inbox.value.items}
          hasMore={inbox.value.hasMore}
          form={form}
          columns={columns}
          onEnd={inbox.loadMore}
          onShow={inbox.show}
        />
      )
  }
}
