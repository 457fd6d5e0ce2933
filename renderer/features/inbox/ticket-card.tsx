import { memo } from 'react'
import type { ListRow } from '../../../shared/contract/threads.ts'
import { KindBar, KindMark } from '../../components/kind-mark.tsx'
import { Ago } from '../../components/time-text.tsx'
import { cx } from '../../lib/cx.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { RowChips } from './row-chips.tsx'
import { paintMark } from '../../lib/paint-mark.ts'
import { kindsOf } from './row-facts.ts'
import classes from './ticket-card.module.css'
import { useWords } from '../../lib/use-words.ts'

/** A ticket as a card of three lines. Painted often: no control of the library inside. */
export const TicketCard = memo(function TicketCard({ row }: { readonly row: ListRow }) {
  const { t } = useWords()
  const kinds = kindsOf(row)
  return (
    <span className={cx(classes['card'], row.isUnread && classes['unread'])}>
      <KindBar kinds={kinds} />
      <span className={classes['top']}>
        <span className={classes['name']} dir="auto">
          {row.customerName.trim() || t('customer.unnamed')}
        </span>
        <span className={classes['marks']}>
          {kinds.map(kind => (
            <KindMark key={kind} kind={kind} size={14} />
          ))}
        </span>
        <Ago atMs={row.lastActivityAtMs} className={classes['ago']} />
      </span>
      <span className={classes['subject']} dir="auto" {...paintMark('ticket-list')}>
        {row.subject.trim() || row.preview.trim() || t('ticket.noSubject')}
      </span>
      <RowChips row={row} />
      <span className="for-readers">{ticketName(row)}</span>
    </span>
  )
})
