import { Button, Checkbox, Group } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssueDetail, IssueTicket } from '../../../shared/contract/incidents.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { tellAll } from '../../data/tell-all.ts'
import type { Words } from '../../data/tell-all.ts'
import { useUndoSeconds } from '../../data/undo-choice.ts'
import { count, languageName } from '../../lib/format.ts'
import { closeDialog } from '../../stores/ui-store.ts'
import classes from './issues.module.css'
import { WordsInLanguages } from './words-in-languages.tsx'

/** One update to everybody who waits: written once, a reply in each ticket, under the guards of any reply. */
export function TellAll({ detail }: { readonly detail: IssueDetail }) {
  const { t } = useTranslation()
  const { issue } = detail
  const open = detail.list.filter(({ isOpen }) => isOpen)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [words, setWords] = useState<Words>({ body: '', variants: [] })
  const holdMs = useUndoSeconds('email') * 1_000
  const elsewhere = Math.max(0, (detail.everywhere?.openTickets ?? 0) - open.length)
  if (open.length === 0)
    return (
      <EmptyState>
        {elsewhere > 0
          ? t('issueCounts.tellElsewhere', { count: elsewhere, shown: count(elsewhere) })
          : t('knownIssues.nobodyWaits')}
      </EmptyState>
    )
  const ticketIds = open.map(({ ticketId }) => ticketId).filter(id => !left.has(id))
  const variants = words.variants.filter(({ body }) => body.trim() !== '')
  const isReady = words.body.trim() !== '' && ticketIds.length > 0
  const send = (): void => {
    closeDialog()
    const { id: issueId, code } = issue
    void tellAll({ issueId, code, ticketIds, holdMs, body: words.body.trim(), variants })
  }
  return (
    <form
      className={classes['form']}
      onSubmit={event => {
        event.preventDefault()
        if (isReady) send()
      }}
    >
      <WordsInLanguages
        label={t('knownIssues.update')}
        words={words}
        onChange={setWords}
        languages={open.map(({ language }) => language)}
      />
      <Receivers tickets={open} left={left} onChange={setLeft} />
      <p className={classes['hint']}>{t('knownIssues.guards')}</p>
      {elsewhere > 0 && (
        <p className={classes['elsewhere']} role="note">
          {t('issueCounts.tellElsewhere', { count: elsewhere, shown: count(elsewhere) })}
        </p>
      )}
      <Group justify="flex-end">
        <Button type="submit" disabled={!isReady}>
          {t('knownIssues.send', { count: ticketIds.length })}
        </Button>
      </Group>
    </form>
  )
}

type ReceiversProps = {
  readonly tickets: readonly IssueTicket[]
  /** Left out by hand. */
  readonly left: ReadonlySet<string>
  readonly onChange: (left: ReadonlySet<string>) => void
}

function Receivers({ tickets, left, onChange }: ReceiversProps) {
  const { t } = useTranslation()
  const toggle = (ticketId: string, isIn: boolean): void => {
    const next = new Set(left)
    if (isIn) next.delete(ticketId)
    else next.add(ticketId)
    onChange(next)
  }
  return (
    <fieldset className={classes['receivers']}>
      <legend>{t('knownIssues.goesTo')}</legend>
      {tickets.map(({ ticketId, number, customerName, subject, language }) => (
        <Checkbox
          key={ticketId}
          checked={!left.has(ticketId)}
          onChange={event => toggle(ticketId, event.currentTarget.checked)}
          label={
            <span dir="auto">
              {number === null ? t('ticket.new') : `#${number}`} {customerName || t('customer.unnamed')}
              <small>{[subject, language && languageName(language)].filter(Boolean).join(' · ')}</small>
            </span>
          }
        />
      ))}
    </fieldset>
  )
}
