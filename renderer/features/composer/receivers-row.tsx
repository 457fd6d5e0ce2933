import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Address } from '../../../shared/domain/values.ts'
import { dynamicText } from '../../lib/dynamic-text.ts'
import { languageName } from '../../lib/format.ts'
import { openMenu } from '../../stores/ui-store.ts'
import { hasAddress, nameOf, parseAddresses, unique, without } from '../../lib/receivers.ts'
import classes from './composer.module.css'
import type { ReplyTo } from './use-receivers.ts'

type Change = (part: { to?: readonly Address[]; cc?: readonly Address[] }) => void
type ReceiversRowProps = {
  readonly receivers: ReplyTo
  readonly subject: string
  readonly onChange: Change
}

/** To and Cc in plain sight, and what differs from the last message. */
export function ReceiversRow({ receivers, subject, onChange }: ReceiversRowProps) {
  const { t, i18n } = useTranslation()
  const [isCcOpen, setCcOpen] = useState(false)
  const { now, channel, difference, language, preferredChannel, isRefused } = receivers
  const added = difference.added
  const showsCc = isCcOpen || now.cc.length > 0
  const isForeign = language !== null && language.slice(0, 2) !== i18n.language.slice(0, 2)
  return (
    <>
      <div className={classes['to']}>
        <People label={t('composer.to')} people={now.to} added={added} onChange={to => onChange({ to })} />
        {!showsCc && (
          <button type="button" className={classes['toButton']} onClick={() => setCcOpen(true)}>
            {t('composer.cc')}
          </button>
        )}
        <span>· {t('composer.by', { channel: dynamicText(`channel.${channel}`) })}</span>
        {isForeign && <span>· {languageName(language)}</span>}
      </div>
      {showsCc && (
        <div className={classes['to']}>
          <People label={t('composer.cc')} people={now.cc} added={added} onChange={cc => onChange({ cc })} />
        </div>
      )}
      {channel === 'email' && <SubjectLine subject={subject} />}
      <Warnings receivers={receivers} />
      {isRefused && (
        <p className={classes['changed']} role="status">
          {t('portrait.channelRefused', { channel: dynamicText(`channel.${channel}`) })}
        </p>
      )}
      {preferredChannel !== null && preferredChannel !== channel && (
        <p className={classes['to']}>
          {t('composer.prefers', { channel: dynamicText(`channel.${preferredChannel}`) })}
        </p>
      )}
    </>
  )
}

/** What the mail is called at the other end; it is the ticket's own subject, and changed there. */
function SubjectLine({ subject }: { readonly subject: string }) {
  const { t } = useTranslation()
  return (
    <div className={classes['to']}>
      <span>{t('composer.subject')}</span>
      <button
        type="button"
        className={classes['subject']}
        dir="auto"
        title={t('commands.ticket.subject')}
        onClick={() => openMenu('subject')}
      >
        {subject.trim() || t('ticket.noSubject')}
      </button>
    </div>
  )
}

function Warnings({ receivers }: { readonly receivers: ReplyTo }) {
  const { t } = useTranslation()
  const { newcomers } = receivers
  const { added, missing } = receivers.difference
  if (added.length + missing.length + newcomers.length === 0) return null
  return (
    <p className={classes['changed']} role="status">
      {newcomers.length > 0 && t('composer.newcomers', { names: newcomers.map(nameOf).join(', ') })}{' '}
      {added.length > 0 && t('composer.added', { names: added.map(nameOf).join(', ') })}{' '}
      {missing.length > 0 && t('composer.removed', { names: missing.map(nameOf).join(', ') })}
    </p>
  )
}

type PeopleProps = {
  readonly label: string
  readonly people: readonly Address[]
  readonly added: readonly Address[]
  readonly onChange: (people: readonly Address[]) => void
}

function People({ label, people, added, onChange }: PeopleProps) {
  const { t } = useTranslation()
  return (
    <>
      <span>{label}</span>
      {people.map(person => (
        <span
          key={person.address}
          className={classes['person']}
          data-added={hasAddress(added, person) || undefined}
        >
          <strong dir="auto">{nameOf(person)}</strong>
          {person.name !== null && <span>{person.address}</span>}
          <button
            type="button"
            aria-label={t('composer.remove', { name: nameOf(person) })}
            onClick={() => onChange(without(people, person))}
          >
            <IconX aria-hidden />
          </button>
        </span>
      ))}
      <AddPerson
        label={label}
        isFirst={people.length === 0}
        onAdd={more => onChange(unique([...people, ...more]))}
      />
    </>
  )
}

type AddPersonProps = {
  readonly label: string
  readonly isFirst: boolean
  readonly onAdd: (people: readonly Address[]) => void
}

function AddPerson({ label, isFirst, onAdd }: AddPersonProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [isOpen, setOpen] = useState(false)
  const take = (): void => {
    const { addresses, rest } = parseAddresses(text)
    if (addresses.length > 0) onAdd(addresses)
    setText(rest)
    if (rest === '') setOpen(false)
  }
  if (!isOpen && !isFirst) {
    return (
      <button
        type="button"
        className={classes['toButton']}
        aria-label={t('composer.addTo', { label })}
        onClick={() => setOpen(true)}
      >
        +
      </button>
    )
  }
  return (
    <input
      className={classes['addPerson']}
      autoFocus={isOpen}
      aria-label={t('composer.addTo', { label })}
      placeholder={t('composer.addPlaceholder')}
      value={text}
      onChange={event => setText(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={event => {
        if (event.key === 'Escape') setOpen(false)
        if (!['Enter', ',', ';'].includes(event.key) || event.nativeEvent.isComposing) return
        event.preventDefault()
        take()
      }}
    />
  )
}
