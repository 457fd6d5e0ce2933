import { IconAlertTriangle, IconDeviceLaptop, IconMoon, IconPlugConnected } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import type { Thread } from '../../../shared/domain/tickets.ts'
import { isDone, isRestored } from '../../../shared/rules/thread-life.ts'
import { Chip } from '../../components/chip.tsx'
import { ColleagueMark } from '../../components/colleague-state.tsx'
import type { Tone } from '../../components/chip.tsx'
import { KindMark } from '../../components/kind-mark.tsx'
import { LaterMenu } from '../../components/later-menu.tsx'
import { useIsGuest } from '../../data/guest.ts'
import { useColleagueState } from '../../data/use-colleague-state.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useNow } from '../../lib/clock.ts'
import { cx } from '../../lib/cx.ts'
import { fullMoment, moment } from '../../lib/format.ts'
import { shortName } from '../../lib/short-name.ts'
import { useIsSaving } from '../../stores/saving-store.ts'
import { useAgent } from '../../stores/session-store.ts'
import { explain, openMenu, useUi, workOn } from '../../stores/ui-store.ts'
import { AssignMenu } from './assign-menu.tsx'
import { ThreadClock } from './thread-clock.tsx'
import { KindMenu } from './kind-menu.tsx'
import { PriorityMenu } from './priority-menu.tsx'
import { StateMenu } from './state-menu.tsx'
import classes from './thread-strip.module.css'

type ThreadStripProps = {
  readonly thread: Thread
  readonly view: TicketView
  /** Keys and the composer act on this thread. */
  readonly isInFocus: boolean
  /** There are others: show which one is in focus. */
  readonly isOneOfTwo: boolean
}
type PartProps = { readonly thread: Thread; readonly view: TicketView; readonly isAsked: boolean }

/** One thread: its kind, who has it, how it stands, and the one clock that runs next. */
export function ThreadStrip({ thread, view, isInFocus, isOneOfTwo }: ThreadStripProps) {
  const { t } = useTranslation()
  const asked = useUi(state => (isInFocus ? state.menu : null))
  const kind = thread.kind === 'other' ? null : thread.kind
  const isSaving = useIsSaving(thread.id)
  const isGuest = useIsGuest()
  return (
    <div
      aria-busy={isSaving || undefined}
      className={cx(classes['strip'], kind && classes[kind], isInFocus && isOneOfTwo && classes['inFocus'])}
      role="group"
      aria-label={t('ticket.thread', { kind: t(`kind.${thread.kind}`) })}
      onFocusCapture={() => kind && workOn(kind)}
    >
      <KindButton thread={thread} view={view} isAsked={asked === 'kind'} />
      <OwnerButton thread={thread} view={view} isAsked={asked === 'assign'} />
      <StateButton thread={thread} view={view} isAsked={asked === 'state'} />
      <Restored thread={thread} />
      <Unsent thread={thread} view={view} />
      <span className={classes['space']} />
      {!isGuest && <PriorityMenu thread={thread} isAsked={asked === 'priority'} />}
      <ThreadClock thread={thread} />
    </div>
  )
}

function KindButton({ thread, view, isAsked }: PartProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  return (
    <LaterMenu
      opened={isAsked}
      onClose={() => openMenu(null)}
      position="bottom-start"
      target={
        <button
          type="button"
          className={classes['kind']}
          disabled={isGuest}
          onClick={() => openMenu('kind')}
          aria-label={t('ticket.changeKind', { kind: t(`kind.${thread.kind}`) })}
        >
          {thread.kind !== 'other' && <KindMark kind={thread.kind} />}
          <span>{t(`kind.${thread.kind}`)}</span>
        </button>
      }
    >
      <KindMenu view={view} />
    </LaterMenu>
  )
}

function OwnerButton({ thread, isAsked }: PartProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  const agent = useAgent()
  const directory = useLiveValue('directory.get', {})
  const owner = directory?.agents.find(each => each.id === thread.assigneeId)
  const team = directory?.teams.find(each => each.id === thread.teamId)
  const isMine = thread.assigneeId !== null && thread.assigneeId === agent?.id
  const nameOrNobody = thread.assigneeId === null ? t('ticket.nobody') : shortName(owner?.name ?? '…')
  const who = isMine ? t('ticket.you') : nameOrNobody
  const ownerId = isMine ? null : thread.assigneeId
  const said = useColleagueState(ownerId)
  const isThere = said === null || said.state === 'available'
  return (
    <LaterMenu
      opened={isAsked}
      onClose={() => openMenu(null)}
      position="bottom-start"
      target={
        <button
          type="button"
          className={classes['owner']}
          disabled={isGuest}
          onClick={() => openMenu('assign')}
          title={[owner?.name, said?.text, team?.name].filter(Boolean).join(', ')}
          aria-label={t('ticket.changeOwner', {
            who: isThere ? who : t('presence.withState', { name: who, state: said.text }),
          })}
        >
          {who}
          {ownerId !== null && <ColleagueMark agentId={ownerId} />}
          {thread.assigneeId === null && team && <span className={classes['team']}> · {team.name}</span>}
        </button>
      }
    >
      <AssignMenu thread={thread} />
    </LaterMenu>
  )
}

const tones: Readonly<Record<Thread['state'], Tone>> = {
  open: 'good',
  pending: 'plain',
  snoozed: 'plain',
  solved: 'plain',
  closed: 'plain',
  other: 'plain',
}

function StateButton({ thread, isAsked }: PartProps) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  const nowMs = useNow()
  const until = thread.state === 'snoozed' ? thread.snoozedUntilMs : null
  return (
    <LaterMenu
      opened={isAsked}
      onClose={() => openMenu(null)}
      position="bottom-start"
      target={
        <button
          type="button"
          className={classes['state']}
          disabled={isGuest}
          onClick={() => openMenu('state')}
          aria-label={t('ticket.changeState', { state: t(`state.${thread.state}`) })}
        >
          <Chip tone={tones[thread.state]} icon={until === null ? undefined : <IconMoon />}>
            {until === null
              ? t(`state.${thread.state}`)
              : t('inbox.snoozedUntil', { time: moment(until, nowMs) })}
          </Chip>
        </button>
      }
    >
      <StateMenu thread={thread} />
    </LaterMenu>
  )
}

/** Nothing is down any more, though the thread is open: only then is it worth a word. */
function Restored({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const { restoredAtMs } = thread
  if (restoredAtMs === null || !isRestored(thread) || isDone(thread)) return null
  return (
    <Chip
      tone="good"
      icon={<IconPlugConnected aria-hidden />}
      title={t('ticket.restoredWhy', { time: fullMoment(restoredAtMs) })}
    >
      {t('ticket.restoredAt', { time: moment(restoredAtMs, nowMs) })}
    </Chip>
  )
}

/** A change of this thread that has not left, or was not accepted. */
function Unsent({ thread, view }: { readonly thread: Thread; readonly view: TicketView }) {
  const { t } = useTranslation()
  const pending = view.pending.filter(each => each.table === 'threads' && each.id === thread.id)
  if (pending.length === 0) return null
  const isParked = pending.some(each => each.parked)
  const text = isParked ? t('ticket.notAccepted') : t('ticket.waitsHere')
  return (
    <button
      type="button"
      className={classes['unsent']}
      data-tip={text}
      data-parked={isParked || undefined}
      aria-label={`${text} ${t('why.short')}`}
      onClick={() => explain({ table: 'threads', id: thread.id, field: null })}
    >
      {isParked ? <IconAlertTriangle aria-hidden /> : <IconDeviceLaptop aria-hidden />}
    </button>
  )
}
