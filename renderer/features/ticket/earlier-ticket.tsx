import { IconArrowLeft, IconExternalLink } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../components/icon-button.tsx'
import { KindMark } from '../../components/kind-mark.tsx'
import { NotHere } from '../../components/not-here.tsx'
import { liveThreads } from '../../data/current-ticket.ts'
import { useLiveQuery } from '../../data/use-live-query.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { openTicketInTab } from '../../stores/tabs-store.ts'
import classes from './conversation.module.css'
import { MessageList } from './message-list.tsx'

type EarlierTicketProps = {
  readonly ticketId: string
  /** Back to where it was opened from. */
  readonly onBack: () => void
}

/** Another ticket of the customer, read beside the one at hand: what is being written stays where it is. */
export function EarlierTicket({ ticketId, onBack }: EarlierTicketProps) {
  const { t } = useTranslation()
  const found = useLiveQuery('tickets.get', { ticketId })
  const view = found.state === 'ready' ? found.value : null
  return (
    <div
      className={classes['earlier']}
      onKeyDown={event => {
        if (event.key === 'Escape' && !event.defaultPrevented) onBack()
      }}
    >
      <header className={classes['earlierHead']}>
        <IconButton
          autoFocus
          label={t('customer.backToTimeline')}
          icon={<IconArrowLeft />}
          onClick={onBack}
        />
        {liveThreads(view?.threads ?? []).map(({ id, kind }) =>
          kind === 'other' ? null : <KindMark key={id} kind={kind} />,
        )}
        {view && (
          <h4 dir="auto" title={view.ticket.subject}>
            {ticketName({ number: view.ticket.number, localNumber: view.localNumber })}{' '}
            {view.ticket.subject.trim() || t('ticket.noSubject')}
          </h4>
        )}
        <IconButton
          label={t('customer.openBeside')}
          icon={<IconExternalLink />}
          onClick={() => openTicketInTab(ticketId)}
        />
      </header>
      {found.state === 'ready' && view === null && <NotHere ticketId={ticketId} customerId={null} />}
      {view && (
        <MessageList
          key={ticketId}
          ticketId={ticketId}
          customerId={view.ticket.customerId}
          label={t('customer.earlierMessages')}
        />
      )}
    </div>
  )
}
