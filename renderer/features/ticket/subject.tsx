import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '../../../shared/domain/tickets.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { IconButton } from '../../components/icon-button.tsx'
import { act } from '../../data/use-action.ts'
import { openMenu, useUi } from '../../stores/ui-store.ts'
import classes from './conversation.module.css'

/** What it is about: two lines at most, the whole of it on a double click, and changed where it stands. */
export function Subject({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation()
  const [isWhole, setWhole] = useState(false)
  const isEditing = useUi(state => state.menu === 'subject')
  const text = ticket.subject
  return (
    <div className={classes['subject']}>
      <h1
        dir="auto"
        className={isEditing ? 'for-readers' : undefined}
        title={text}
        data-whole={isWhole || undefined}
        onDoubleClick={() => setWhole(whole => !whole)}
      >
        {text.trim() || t('ticket.noSubject')}
      </h1>
      {isEditing ? (
        <SubjectEditor ticket={ticket} />
      ) : (
        <IconButton
          className={classes['subjectEdit']}
          label={t('commands.ticket.subject')}
          shortcut={shortcutFor('ticket.subject')}
          icon={<IconPencil />}
          onClick={() => openMenu('subject')}
        />
      )}
    </div>
  )
}

function SubjectEditor({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation()
  // What it said when the editor opened: a change of somebody else meanwhile is asked about, not typed over.
  const [seen] = useState(ticket.subject)
  const [text, setText] = useState(ticket.subject)
  const save = async (): Promise<void> => {
    const subject = text.trim()
    openMenu(null)
    if (subject !== '' && subject !== seen)
      await act('ticket.setSubject', { ticketId: ticket.id, subject, seen })
  }
  return (
    <input
      className={classes['subjectInput']}
      autoFocus
      dir="auto"
      maxLength={2_000}
      aria-label={t('commands.ticket.subject')}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={() => void save()}
      onKeyDown={event => {
        if (event.key === 'Escape') openMenu(null)
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) void save()
      }}
    />
  )
}
