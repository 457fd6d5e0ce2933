import { IconArrowBackUp, IconChevronDown, IconLock } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { Keys } from '../../components/keys.tsx'
import { LeaseLine } from '../../components/lease.tsx'
import { WritesToo } from '../../components/watchers.tsx'
import { useIsGuest } from '../../data/guest.ts'
import { threadInFocus } from '../../data/current-ticket.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { closeSheet, useComposer, writeIn } from '../../stores/composer-store.ts'
import { useUi } from '../../stores/ui-store.ts'
import { AfterSendChoice } from './after-send-choice.tsx'
import classes from './composer.module.css'
import { NoteComposer } from './note-composer.tsx'
import { OtherDrafts } from './other-drafts.tsx'
import { ReplyComposer } from './reply-composer.tsx'
import { RestingReplies } from './resting-replies.tsx'
import { useIsLater } from '../../lib/use-is-later.ts'

type ComposerProps = {
  readonly ticketId: string
  /** On a small screen it opens over the conversation when asked for. */
  readonly isSheet: boolean
}

/** Height of the room to answer as it was last seen, px: it is kept free until the room is put together. */
const usualHeight = { sheet: 52, column: 190 }

/**
 * Room to answer: a reply or a note, never both, and never to be mistaken for each other. It comes a paint after what was
 * said, or with the key that asks for it.
 */
export function Composer({ ticketId, isSheet }: ComposerProps) {
  const view = useLiveValue('tickets.get', { ticketId })
  const isAsked = useComposer(state => state.isSheetOpen)
  const isLater = useIsLater()
  if (!view) return null
  return isLater || isAsked ? <Composers view={view} isSheet={isSheet} /> : <Place isSheet={isSheet} />
}

function Place({ isSheet }: Pick<ComposerProps, 'isSheet'>) {
  return (
    <div className={classes['room']} style={{ height: isSheet ? usualHeight.sheet : usualHeight.column }}>
      {!isSheet && <div className={`${classes['column']} ${classes['box']} ${classes['place']}`} />}
    </div>
  )
}

function Composers({ view, isSheet }: { readonly view: TicketView; readonly isSheet: boolean }) {
  const mode = useComposer(state => state.mode)
  const isOpen = useComposer(state => state.isSheetOpen) || !isSheet
  const agent = useAgent()
  const focusKind = useUi(state => state.focusKind)
  const isGuest = useIsGuest()
  const thread = threadInFocus(view.threads, agent?.id ?? null, focusKind)
  useEffect(
    () => () => {
      writeIn('reply')
      closeSheet()
    },
    [view.ticket.id],
  )
  const room = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const height = room.current?.offsetHeight
    if (height) usualHeight[isSheet ? 'sheet' : 'column'] = height
  }, [isSheet])
  if (!thread) return null
  return (
    <div ref={room} className={classes['room']}>
      <div className={classes['column']}>
        <RestingReplies ticketId={view.ticket.id} />
        {isOpen && <WritesToo ticketId={view.ticket.id} />}
        {isOpen && <LeaseLine ticketId={view.ticket.id} lease={view.lease} />}
        {isOpen && <OtherDrafts ticketId={view.ticket.id} mode={mode} />}
        {isOpen && mode === 'reply' && <ReplyComposer key={view.ticket.id} view={view} thread={thread} />}
        {isOpen && mode === 'note' && <NoteComposer key={view.ticket.id} view={view} />}
        <div className={classes['below']}>
          {(mode === 'note' || !isOpen) && <ToReply />}
          {(mode === 'reply' || !isOpen) && <ToNote />}
          {isOpen && mode === 'reply' && !isGuest && <AfterSendChoice thread={thread} />}
          {isOpen && isSheet && <CloseSheet />}
        </div>
      </div>
    </div>
  )
}

function ToNote() {
  const { t } = useTranslation()
  return (
    <button type="button" className={classes['toNote']} onClick={() => writeIn('note')}>
      <IconLock aria-hidden />
      {t('composer.note')}
      <Keys shortcut={shortcutFor('note.write') ?? ''} />
    </button>
  )
}

function ToReply() {
  const { t } = useTranslation()
  return (
    <button type="button" className={classes['toReply']} onClick={() => writeIn('reply')}>
      <IconArrowBackUp aria-hidden />
      {t('composer.reply')}
      <Keys shortcut={shortcutFor('reply.write') ?? ''} />
    </button>
  )
}

function CloseSheet() {
  const { t } = useTranslation()
  return <IconButton label={t('composer.closeSheet')} icon={<IconChevronDown />} onClick={closeSheet} />
}
