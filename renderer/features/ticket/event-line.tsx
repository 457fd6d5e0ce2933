import {
  IconArrowsSplit2,
  IconBook2,
  IconCalendarEvent,
  IconCircleDot,
  IconClockExclamation,
  IconFlag,
  IconGitMerge,
  IconHeart,
  IconLink,
  IconMail,
  IconMailX,
  IconLuggage,
  IconMoon,
  IconPackage,
  IconPlugConnected,
  IconPoint,
  IconTag,
  IconUser,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TicketEvent } from '../../../shared/domain/tickets.ts'
import { Moment } from '../../components/time-text.tsx'
import { useLiveValue } from '../../data/use-live-query.ts'
import { eventText } from './event-text.ts'
import classes from './item.module.css'

/** By the first words of the type, most special first. */
const ICONS = [
  ['thread.priority', IconFlag],
  ['thread.restore', IconPlugConnected],
  ['sla.', IconClockExclamation],
  ['thread.assigned', IconUser],
  ['thread.taken', IconUser],
  ['thread.snoozed', IconMoon],
  ['thread.woken', IconMoon],
  ['thread.', IconCircleDot],
  ['ticket.lease', IconLuggage],
  ['kudos', IconHeart],
  ['story', IconBook2],
  ['ticket.tagged', IconTag],
  ['ticket.untagged', IconTag],
  ['ticket.linked', IconLink],
  ['ticket.unlinked', IconLink],
  ['ticket.relabelled', IconArrowsSplit2],
  ['promise.', IconCalendarEvent],
  ['follow-up.', IconCalendarEvent],
  ['order.', IconPackage],
  ['conflict.', IconGitMerge],
  ['message.bounced', IconMailX],
  ['message.', IconMail],
] as const

type EventLineProps = { readonly event: TicketEvent; readonly actorName: string | null }

/** What happened, as one grey line. */
export function EventLine({ event, actorName }: EventLineProps) {
  const { t } = useTranslation()
  const directory = useLiveValue('directory.get', {})
  const Icon = ICONS.find(([start]) => event.type.startsWith(start))?.[1] ?? IconPoint
  return (
    <p className={classes['event']}>
      <Icon aria-hidden />
      <span dir="auto">
        {eventText(event, actorName ?? t('ticket.automation'), directory)} · <Moment atMs={event.atMs} />
      </span>
    </p>
  )
}
