import { Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { parseAddresses } from '../../lib/receivers.ts'
import { KindFields } from './kind-fields.tsx'
import classes from './new-ticket.module.css'
import { TicketFiles } from './ticket-files.tsx'
import type { TicketForm } from './ticket-form.ts'
import { useTicketFiles } from './use-ticket-files.ts'

type TicketWordsProps = {
  readonly form: TicketForm
  /** Where the words are written. */
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly onChange: (change: Partial<TicketForm>) => void
  /** Files come and go while others are still being read. */
  readonly onFiles: (change: (files: TicketForm['files']) => TicketForm['files']) => void
}

/** What it is about, what was said or is to be sent, and the files that go along. */
export function TicketWords({ form, field, onChange, onFiles }: TicketWordsProps) {
  const { t } = useTranslation()
  const { isOver, add, handlers } = useTicketFiles(form.files, onFiles)
  return (
    <div className={classes['words']} data-over={isOver || undefined} {...handlers}>
      {form.contact === 'email' && <Receivers form={form} onChange={onChange} />}
      <KindFields form={form} onChange={onChange} />
      <TextInput
        mb={12}
        label={t('newTicket.subject')}
        dir="auto"
        value={form.subject}
        onChange={event => onChange({ subject: event.currentTarget.value })}
      />
      <Textarea
        ref={field}
        mb={8}
        label={t(`newTicket.body.${form.contact}`)}
        autosize
        minRows={4}
        maxRows={14}
        dir="auto"
        value={form.body}
        onChange={event => onChange({ body: event.currentTarget.value })}
      />
      <TicketFiles
        files={form.files}
        onAdd={add}
        onRemove={id => onFiles(files => files.filter(each => each.id !== id))}
      />
    </div>
  )
}

function Receivers({ form, onChange }: Omit<TicketWordsProps, 'onFiles' | 'field'>) {
  const { t } = useTranslation()
  const [isCcOpen, setCcOpen] = useState(form.cc !== '')
  const [isCcLeft, setCcLeft] = useState(false)
  const { rest } = parseAddresses(form.cc)
  return (
    <div className={classes['to']}>
      <TextInput
        label={t('newTicket.address')}
        type="email"
        value={form.address}
        onChange={event => onChange({ address: event.currentTarget.value })}
      />
      {isCcOpen ? (
        <TextInput
          autoFocus
          label={t('newTicket.cc')}
          placeholder={t('composer.addPlaceholder')}
          value={form.cc}
          error={isCcLeft && rest !== '' ? t('newTicket.badAddress', { text: rest }) : undefined}
          onBlur={() => setCcLeft(true)}
          onChange={event => onChange({ cc: event.currentTarget.value })}
        />
      ) : (
        <button type="button" className={classes['attach']} onClick={() => setCcOpen(true)}>
          {t('newTicket.addCc')}
        </button>
      )}
    </div>
  )
}
