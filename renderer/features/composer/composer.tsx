import { IconArrowBackUp, IconLock } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { Keys } from '../../components/keys.tsx'
import { threadInFocus } from '../../data/current-ticket.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { useAgent } from '../../stores/session-store.ts'
import { useComposer, writeIn } from '../../stores/composer-store.ts'
import { useUi } from '../../stores/ui-store.ts'
import { AfterSendChoice } from './after-send-choice.tsx'
import classes from './composer.module.css'
import { NoteComposer } from './note-composer.tsx'
import { OtherDrafts } from './other-drafts.tsx'
import { ReplyComposer } from './reply-composer.tsx'

/** Room to answer: a reply or a note, never both, and never to be mistaken for each other. */
export function Composer({ ticketId }: { readonly ticketId: string }) {
  const view = useLiveValue('tickets.get', { ticketId })
  return view ? <Composers view={view} /> : null
}

function Composers({ view }: { readonly view: TicketView }) {
  const { t } = useTranslation()
  const mode = useComposer(state => state.mode)
  const agent = useAgent()
  const focusKind = useUi(state => state.focusKind)
  const thread = threadInFocus(view.threads, agent?.id ?? null, focusKind)
  useEffect(() => () => writeIn('reply'), [view.ticket.id])
  if (!thread) return null
  return (
    <div className={classes['room']}>
      <div className={classes['column']}>
        <OtherDrafts ticketId={view.ticket.id} mode={mode} />
        {mode === 'reply' ? (
          <ReplyComposer key={view.ticket.id} view={view} thread={thread} />
        ) : (
          <NoteComposer key={view.ticket.id} view={view} />
        )}
        <div className={classes['below']}>
          {mode === 'reply' ? (
            <button type="button" className={classes['toNote']} onClick={() => writeIn('note')}>
              <IconLock aria-hidden />
              {t('composer.note')}
              <Keys shortcut={shortcutFor('note.write') ?? ''} />
            </button>
          ) : (
            <button type="button" className={classes['toReply']} onClick={() => writeIn('reply')}>
              <IconArrowBackUp aria-hidden />
              {t('composer.reply')}
              <Keys shortcut={shortcutFor('reply.write') ?? ''} />
            </button>
          )}
          {mode === 'reply' && <AfterSendChoice thread={thread} />}
        </div>
      </div>
    </div>
  )
}
