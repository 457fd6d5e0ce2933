import { IconChevronDown, IconChevronUp, IconClockPause, IconGitMerge, IconUsers } from '@tabler/icons-react'
import i18next from 'i18next'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import type { TriageView } from '../../../shared/contract/triage.ts'
import { runCommand, shortcutFor } from '../../commands/command-table.ts'
import { Chip } from '../../components/chip.tsx'
import { LeaseChip } from '../../components/lease.tsx'
import { WatchersChip } from '../../components/watchers.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { useIsGuest } from '../../data/guest.ts'
import { liveThreads, threadInFocus } from '../../data/current-ticket.ts'
import { noteNeighbours } from '../../data/next-in-view.ts'
import { listOf } from '../../data/front-list.ts'
import { showNotice } from '../../data/toasts.ts'
import { act } from '../../data/use-action.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { warmSoon } from '../../data/warm-ticket.ts'
import { ticketName } from '../../lib/ticket-name.ts'
import { useAgent } from '../../stores/session-store.ts'
import { useUi } from '../../stores/ui-store.ts'
import classes from './conversation.module.css'
import { FinishLine } from './finish-line.tsx'
import { MoreMenu } from './more-menu.tsx'
import { PriorityLine } from './priority-line.tsx'
import { Subject } from './subject.tsx'
import { TagList } from './tag-list.tsx'
import { TakeoverLine } from './takeover-line.tsx'
import { ThreadStrip } from './thread-strip.tsx'
import { TriageLine } from './triage-line.tsx'

type TicketHeadProps = { readonly view: TicketView; readonly triage: TriageView | null }

/** Subject, place in the view, number and tags, and one strip per thread. */
export function TicketHead({ view, triage }: TicketHeadProps) {
  const { t } = useTranslation()
  const agent = useAgent()
  const isGuest = useIsGuest()
  const focusKind = useUi(state => state.focusKind)
  const threads = liveThreads(view.threads)
  const inFocus = threadInFocus(view.threads, agent?.id ?? null, focusKind)
  return (
    <header className={classes['head']}>
      <div className={classes['titleRow']}>
        <Subject ticket={view.ticket} />
        <PlaceInView ticketId={view.ticket.id} />
      </div>
      <div className={classes['facts']}>
        <div className={classes['factChips']}>
          <Number view={view} />
          <WatchersChip ticketId={view.ticket.id} />
          <LeaseChip lease={view.lease} />
          <Priority view={view} />
          <Teams view={view} />
          <TagList ticket={view.ticket} />
        </div>
        {!isGuest && (
          <IconButton
            label={t('commands.thread.snooze')}
            shortcut={shortcutFor('thread.snooze')}
            icon={<IconClockPause />}
            onClick={() => runCommand('thread.snooze')}
          />
        )}
        {!isGuest && (
          <IconButton
            label={t('commands.ticket.link')}
            shortcut={shortcutFor('ticket.link')}
            icon={<IconGitMerge />}
            onClick={() => runCommand('ticket.link')}
          />
        )}
        <MoreMenu view={view} />
      </div>
      <TakeoverLine view={view} />
      {triage && !isGuest && <TriageLine ticketId={view.ticket.id} triage={triage} />}
      {!isGuest && <PriorityLine ticketId={view.ticket.id} />}
      {!isGuest && <FinishLine view={view} />}
      <div className={classes['threads']}>
        {threads.map(thread => (
          <ThreadStrip
            key={thread.id}
            thread={thread}
            view={view}
            isInFocus={thread === inFocus}
            isOneOfTwo={threads.length > 1}
          />
        ))}
      </div>
    </header>
  )
}

async function copy(text: string): Promise<void> {
  if ((await act('app.copyText', { text })) !== null) showNotice(i18next.t('common.copied'))
}

function Number({ view }: { readonly view: TicketView }) {
  const { t } = useTranslation()
  const name = ticketName({ number: view.ticket.number, localNumber: view.localNumber })
  return (
    <button
      type="button"
      className={classes['number']}
      title={t('ticket.copyNumber')}
      onClick={() => void copy(name)}
    >
      {name}
    </button>
  )
}

const LOUD = ['urgent', 'high'] as const
function Priority({ view }: { readonly view: TicketView }) {
  const { t } = useTranslation()
  const loudest = LOUD.find(priority =>
    liveThreads(view.threads).some(thread => thread.priority === priority),
  )
  return loudest === undefined ? null : (
    <Chip tone={loudest === 'urgent' ? 'bad' : 'plain'}>{t(`priority.${loudest}`)}</Chip>
  )
}

/** Teams that have a part of it. */
function Teams({ view }: { readonly view: TicketView }) {
  const directory = useLiveValue('directory.get', {})
  const teamIds = new Set(liveThreads(view.threads).map(({ teamId }) => teamId))
  const teams = directory?.teams.filter(({ id }) => teamIds.has(id)) ?? []
  return teams.map(team => (
    <Chip key={team.id} icon={<IconUsers />}>
      {team.name}
    </Chip>
  ))
}

function PlaceInView({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation()
  const view = useUi(state => state.view)
  const filter = useUi(state => state.filter)
  const kind = useUi(state => state.kind)
  const sort = useUi(state => state.sort)
  const listed = listOf({ view, filter, kind, sort })
  const around = useLiveValue('threads.neighbours', { ticketId, ...listed })
  const place = around?.place ?? null
  useEffect(() => {
    if (around) noteNeighbours(ticketId, around)
  }, [ticketId, around])
  const next = around?.next ?? null
  const previous = around?.previous ?? null
  useEffect(() => warmSoon([next, previous].filter(id => id !== null)), [next, previous])
  return (
    <div className={classes['place']}>
      <span>{place !== null && t('ticket.place', { place, total: around?.total ?? 0 })}</span>
      <IconButton
        label={t('commands.ticket.previous')}
        shortcut={shortcutFor('ticket.previous')}
        icon={<IconChevronUp />}
        disabled={place !== null && around?.previous === null}
        onClick={() => runCommand('ticket.previous')}
      />
      <IconButton
        label={t('commands.ticket.next')}
        shortcut={shortcutFor('ticket.next')}
        icon={<IconChevronDown />}
        disabled={place !== null && around?.next === null}
        onClick={() => runCommand('ticket.next')}
      />
    </div>
  )
}
