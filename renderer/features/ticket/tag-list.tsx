import { Combobox, Menu, TextInput, useCombobox } from '@mantine/core'
import { IconTag, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Ticket } from '../../../shared/domain/tickets.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { Chip } from '../../components/chip.tsx'
import { IconButton } from '../../components/icon-button.tsx'
import { useIsGuest } from '../../data/guest.ts'
import { addTag, removeTag } from '../../data/thread-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { openMenu, useUi } from '../../stores/ui-store.ts'
import classes from './conversation.module.css'
import { useIsLater } from '../../lib/use-is-later.ts'

/** More tags than this are for a menu, not for a line. */
const SHOWN = 40

/** Tags of the ticket; each can be taken off, and one can be added. */
export function TagList({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation()
  const isGuest = useIsGuest()
  return (
    <>
      {ticket.tags.slice(0, SHOWN).map(tag => (
        <span key={tag} className={classes['tag']}>
          <Chip title={tag}>{tag}</Chip>
          {!isGuest && (
            <button
              type="button"
              aria-label={t('ticket.removeTag', { tag })}
              onClick={() => void removeTag(ticket.id, tag)}
            >
              <IconX />
            </button>
          )}
        </span>
      ))}
      {ticket.tags.length > SHOWN && <MoreTags ticket={ticket} />}
      {!isGuest && <AddTag ticket={ticket} />}
    </>
  )
}

/** The tags there was no room for; each can be taken off here too. */
function MoreTags({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation()
  const rest = ticket.tags.slice(SHOWN)
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={classes['moreTags']}
          aria-label={t('ticket.moreTags', { count: rest.length })}
        >
          <Chip>+{rest.length}</Chip>
        </button>
      </Menu.Target>
      <Menu.Dropdown style={{ maxHeight: 320, overflowY: 'auto' }}>
        {rest.map(tag => (
          <Menu.Item key={tag} onClick={() => void removeTag(ticket.id, tag)}>
            {t('ticket.removeTag', { tag })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The button is painted at once, the field below it is put together behind the first paint. */
function AddTag({ ticket }: { readonly ticket: Ticket }) {
  const { t } = useTranslation()
  const isAsked = useUi(state => state.menu === 'tag')
  const isLater = useIsLater()
  const button = (
    <IconButton
      label={t('ticket.addTag')}
      shortcut={shortcutFor('ticket.tag')}
      icon={<IconTag />}
      onClick={() => openMenu(isAsked ? null : 'tag')}
    />
  )
  return isLater || isAsked ? (
    <NewTag ticket={ticket} isAsked={isAsked} button={button} />
  ) : (
    <span>{button}</span>
  )
}

type NewTagProps = { readonly ticket: Ticket; readonly isAsked: boolean; readonly button: ReactNode }

function NewTag({ ticket, isAsked, button }: NewTagProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const combobox = useCombobox({ opened: isAsked, onDropdownClose: () => openMenu(null) })
  const known = useKnownTags(ticket.tags)
  const wanted = text.trim()
  const fitting = known.filter(tag => tag.toLowerCase().includes(wanted.toLowerCase())).slice(0, 8)
  useEffect(() => setText(''), [isAsked])
  const add = (tag: string): void => {
    openMenu(null)
    if (tag !== '') void addTag(ticket.id, tag)
  }
  return (
    <Combobox store={combobox} keepMounted={false} onOptionSubmit={add} position="bottom-start" width={220}>
      <Combobox.DropdownTarget>
        <span>{button}</span>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.EventsTarget>
          <TextInput
            data-autofocus
            autoFocus
            aria-label={t('ticket.newTag')}
            placeholder={t('ticket.newTag')}
            value={text}
            onChange={event => {
              setText(event.currentTarget.value)
              combobox.selectFirstOption()
            }}
            onKeyDown={event => {
              if (event.key === 'Escape') openMenu(null)
            }}
          />
        </Combobox.EventsTarget>
        <Combobox.Options>
          {wanted !== '' && !fitting.includes(wanted) && (
            <Combobox.Option value={wanted}>{t('ticket.makeTag', { tag: wanted })}</Combobox.Option>
          )}
          {fitting.map(tag => (
            <Combobox.Option key={tag} value={tag}>
              {tag}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Tags in use, most used first, without those that are on the ticket. */
function useKnownTags(taken: readonly string[]): readonly string[] {
  const known = useLiveValue('views.values', { field: 'tags' })
  return (known ?? []).filter(tag => !taken.includes(tag))
}
