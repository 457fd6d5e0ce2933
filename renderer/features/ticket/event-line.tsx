import { IconPoint } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TicketEvent } from '../../../shared/domain/tickets.ts'
import { Moment } from '../../components/time-text.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { EVENT_ICONS } from './event-icons.ts'
import { eventText } from './event-text.ts'
import classes from './item.module.css'

type EventLineProps = { readonly event: TicketEvent; readonly actorName: string | null }

/** What happened, as one grey line. */
export function EventLine({ event, actorName }: EventLineProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const Icon = EVENT_ICONS.find(([start]) => event.type.startsWith(start))?.[1] ?? IconPoint
  return (
    <p className={classes['event']}>
      <Icon aria-hidden />
      <span dir="auto">
        {eventText(event, actorName ?? t('ticket.automation'), directory)} · <Moment atMs={event.atMs} />
      </span>
    </p>
  )
}
