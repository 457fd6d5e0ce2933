import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryLine } from '../../../shared/contract/diagnosis.ts'
import { TRY_RESULTS } from '../../../shared/domain/diagnosis.ts'
import { Chip } from '../../components/chip.tsx'
import { entryDetail } from '../../components/ledger-lines.tsx'
import { LineMenu } from '../../components/line-menu.tsx'
import type { LineAction } from '../../components/line-menu.tsx'
import { Line } from '../../components/section.tsx'
import { closeEntry, removeEntry } from '../../data/diagnosis-intents.ts'
import { useNow } from '../../lib/clock.ts'
import { openForm } from '../../stores/diagnosis-store.ts'
import classes from './diagnosis.module.css'

type ListProps = { readonly entries: readonly EntryLine[]; readonly ticketId: string }

/** The ledger of the ticket: folded to one line until somebody wants it whole. */
export function AskedTriedList({ entries, ticketId }: ListProps) {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const asked = entries.filter(({ kind }) => kind === 'asked')
  const tried = entries.filter(({ kind }) => kind === 'tried')
  if (entries.length === 0) return null
  const open = asked.filter(({ outcome }) => outcome === null).length
  return (
    <>
      <p className={classes['missing']}>
        <button
          type="button"
          className={classes['toggle']}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {t('diagnosis.ledger', { asked: asked.length, tried: tried.length })}
        </button>
        {open > 0 && <Chip tone="warning">{t('diagnosis.openQuestions', { count: open })}</Chip>}
      </p>
      {isOpen && (
        <ul className={classes['entry']} aria-label={t('diagnosis.ledgerTitle')}>
          {[...asked, ...tried].map(entry => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      {isOpen && (
        <p className={classes['missing']}>
          <button type="button" className={classes['toggle']} onClick={() => openForm('asked', ticketId)}>
            {t('diagnosis.askedForm')}
          </button>
          <button type="button" className={classes['toggle']} onClick={() => openForm('tried', ticketId)}>
            {t('diagnosis.triedForm')}
          </button>
        </p>
      )}
    </>
  )
}

function Entry({ entry }: { readonly entry: EntryLine }) {
  const { t } = useTranslation()
  const nowMs = useNow()
  const [isAnswering, setAnswering] = useState(false)
  const isOpen = entry.kind === 'asked' ? entry.outcome === null : entry.result === 'not-tried'
  const results: readonly LineAction[] = TRY_RESULTS.filter(result => result !== entry.result).map(
    result => ({
      label: t('diagnosis.itWent', { result: t(`tryResult.${result}`) }),
      run: () => void closeEntry(entry, { result, outcome: entry.outcome }),
    }),
  )
  const actions: readonly (LineAction | null)[] = [
    {
      label: t(entry.kind === 'asked' ? 'diagnosis.answer' : 'diagnosis.describe'),
      run: () => setAnswering(true),
    },
    ...(entry.kind === 'tried' ? results : []),
    entry.source === 'guide' || entry.source === 'import'
      ? null
      : { label: t('diagnosis.remove'), run: () => void removeEntry(entry) },
  ]
  return (
    <>
      <Line
        title={entry.words}
        detail={entryDetail(entry, nowMs)}
        aside={isOpen ? <Chip tone="warning">{t('diagnosis.open')}</Chip> : undefined}
        quiet={<LineMenu what={entry.words} actions={actions} />}
      />
      {isAnswering && (
        <li>
          <AnswerForm entry={entry} onDone={() => setAnswering(false)} />
        </li>
      )}
    </>
  )
}

type AnswerFormProps = { readonly entry: EntryLine; readonly onDone: () => void }

function AnswerForm({ entry, onDone }: AnswerFormProps) {
  const { t } = useTranslation()
  const [text, setText] = useState(entry.outcome ?? '')
  const save = async (): Promise<void> => {
    const result = entry.result === 'other' ? null : entry.result
    const taken = await closeEntry(entry, { result, outcome: text.trim() || null })
    if (taken !== null) onDone()
  }
  return (
    <form
      className={classes['fields']}
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        autoFocus
        dir="auto"
        aria-label={t(entry.kind === 'asked' ? 'diagnosis.askedOutcome' : 'diagnosis.triedOutcome')}
        placeholder={t('diagnosis.answerHere')}
        value={text}
        onChange={event => setText(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') onDone()
        }}
      />
    </form>
  )
}
