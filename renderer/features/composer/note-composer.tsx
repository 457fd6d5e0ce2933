import { Button } from '@mantine/core'
import { IconLock, IconPaperclip } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { TicketView } from '../../../shared/contract/tickets.ts'
import { registerSend } from '../../commands/send-now.ts'
import { PersonalChip } from '../../components/personal-chip.tsx'
import { usePersonal } from '../../data/use-personal.ts'
import { FileButton } from './file-button.tsx'
import { ComposerFiles } from './composer-files.tsx'
import classes from './composer.module.css'
import { ComposerText } from './composer-text.tsx'
import { MENTION_LIST, MentionList, mentionId } from './mention-list.tsx'
import { SavedMark } from './saved-mark.tsx'
import { addNote } from './send-reply.ts'
import { useDropFiles } from './use-drop-files.ts'
import { useMentions } from './use-mentions.ts'
import { useWriting } from './use-writing.ts'

/** Yellow from edge to edge: only colleagues read it. */
export function NoteComposer({ view }: { readonly view: TicketView }) {
  const { t } = useTranslation()
  const { writing, change } = useWriting(view.ticket.id, 'note')
  const drop = useDropFiles({ ticketId: view.ticket.id, mode: 'note' })
  const text = useRef<HTMLTextAreaElement>(null)
  const body = writing?.body ?? ''
  const write = (words: string): void => change({ body: words })
  const mentions = useMentions({ ref: text, body, onChange: write })
  const { id: ticketId, customerId } = view.ticket
  const personal = usePersonal({ body, customerId, ticketId, receivers: null })
  const isReady =
    writing !== null &&
    writing.body.trim() !== '' &&
    !writing.isSending &&
    writing.files.every(file => file.sha256 !== null)
  const add = (): void => {
    if (isReady) void addNote(view.ticket.id)
  }
  useEffect(() => registerSend(add))
  return (
    <div
      className={`${classes['box']} ${classes['noteBox']}`}
      {...drop.handlers}
      data-over={drop.isOver || undefined}
    >
      <div className={classes['head']}>
        <IconLock aria-hidden />
        <strong>{t('composer.note')}</strong>
        <SavedMark writing={writing} />
      </div>
      <ComposerText
        ref={text}
        label={t('composer.note')}
        placeholder={t('composer.notePlaceholder')}
        body={body}
        isDisabled={writing === null || writing.isSending}
        onChange={write}
        onPasteFiles={drop.add}
        suggestions={{
          listId: MENTION_LIST,
          activeId: mentions.people.length > 0 ? mentionId(mentions.active) : null,
          onKey: mentions.onKey,
          onCursor: mentions.onCursor,
        }}
      />
      <MentionList {...mentions} />
      <ComposerFiles files={writing?.files ?? []} onChange={files => change({ files })} />
      <div className={classes['foot']}>
        <FileButton icon={<IconPaperclip />} onFiles={drop.add} />
        <PersonalChip check={personal} body={body} field={text} onChange={write} />
        <span className={classes['gap']} />
        <Button onClick={add} disabled={!isReady}>
          {t('composer.addNote')}
        </Button>
      </div>
    </div>
  )
}
