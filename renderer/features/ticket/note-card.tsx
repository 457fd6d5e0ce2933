import { Button, Textarea } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationItem } from '../../../shared/contract/tickets.ts'
import { Avatar } from '../../components/avatar.tsx'
import { Moment } from '../../components/time-text.tsx'
import { act } from '../../data/use-action.ts'
import { cx } from '../../lib/cx.ts'
import { useAgent } from '../../stores/session-store.ts'
import { Attachments } from './attachments.tsx'
import { DeliveryState } from './delivery-state.tsx'
import classes from './item.module.css'
import { PlainBody } from './plain-body.tsx'
import { WordMenu } from './word-menu.tsx'

type NoteItem = Extract<ConversationItem, { type: 'note' }>

/** A word among colleagues, on yellow paper: no customer ever sees it. */
export function NoteCard({ item }: { readonly item: NoteItem }) {
  const { t } = useTranslation()
  const [isEditing, setEditing] = useState(false)
  const agent = useAgent()
  const { note } = item
  const name =
    item.authorName ?? t(note.authorKind === 'automation' ? 'ticket.automation' : 'ticket.colleague')
  return (
    <article className={classes['row']} aria-label={t('ticket.noteFrom', { name })}>
      <Avatar name={name} />
      <div className={cx(classes['card'], classes['note'])}>
        <header className={classes['head']}>
          <strong dir="auto">{name}</strong>
          <span className={classes['noteMark']}>
            <IconLock aria-hidden />
            {t('ticket.internalNote')}
          </span>
          <Moment atMs={item.atMs} />
          {note.editedAtMs !== null && <span>· {t('ticket.edited')}</span>}
          {item.delivery !== 'accepted' && item.delivery !== 'delivered' && (
            <DeliveryState delivery={item.delivery} />
          )}
          {note.authorId === agent?.id && !isEditing && (
            <button
              type="button"
              className={cx(classes['link'], classes['edit'])}
              onClick={() => setEditing(true)}
            >
              {t('common.edit')}
            </button>
          )}
          <WordMenu of={note} messageId={null} name={name} />
        </header>
        {isEditing ? (
          <NoteEditor note={note} onDone={() => setEditing(false)} />
        ) : (
          <PlainBody text={note.body} />
        )}
        <Attachments attachments={item.attachments} />
      </div>
    </article>
  )
}

function NoteEditor({ note, onDone }: { readonly note: NoteItem['note']; readonly onDone: () => void }) {
  const { t } = useTranslation()
  const [body, setBody] = useState(note.body)
  const save = async (): Promise<void> => {
    if (body === note.body || (await act('note.edit', { noteId: note.id, seen: note.body, body })) !== null)
      onDone()
  }
  return (
    <>
      <Textarea
        autosize
        autoFocus
        minRows={2}
        aria-label={t('ticket.editNote')}
        dir="auto"
        value={body}
        onChange={event => setBody(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') onDone()
        }}
        mb={8}
      />
      <Button onClick={() => void save()} mr={6}>
        {t('common.save')}
      </Button>
      <Button variant="subtle" onClick={onDone}>
        {t('common.cancel')}
      </Button>
    </>
  )
}
