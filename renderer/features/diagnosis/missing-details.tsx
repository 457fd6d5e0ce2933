import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextInput } from '@mantine/core'
import type { DiagnosisView } from '../../../shared/contract/diagnosis.ts'
import type { DetailState } from '../../../shared/rules/diagnosis/known-details.ts'
import { localWords } from '../../../shared/rules/diagnosis/known-details.ts'
import { shortcutFor } from '../../commands/command-table.ts'
import { Keys } from '../../components/keys.tsx'
import { SmallButton } from '../../components/small-button.tsx'
import { askMissing, toAsk } from '../../data/ask-missing.ts'
import { addAnswer } from '../../data/diagnosis-intents.ts'
import { canInsert } from '../../data/insert-words.ts'
import { landingOf } from '../../data/land-answer.ts'
import classes from './diagnosis.module.css'

type MissingProps = {
  readonly view: DiagnosisView
  readonly details: readonly DetailState[]
  readonly language: string | null
  readonly ticketId: string
}

/** What has to be known and is not: asked for with one key, or written down where somebody has said it. */
export function MissingDetails({ view, details, language, ticketId }: MissingProps) {
  const { t, i18n } = useTranslation()
  const [told, setTold] = useState<string | null>(null)
  const missing = details.filter(({ value }) => value === null)
  if (missing.length === 0) return null
  const shown = missing.find(({ detail }) => detail.key === told)
  return (
    <>
      <p className={classes['missing']}>
        <span>{t('diagnosis.missing')}</span>
        {missing.map(({ detail, askedAtMs }) => (
          <button
            key={detail.key}
            type="button"
            className={classes['toggle']}
            title={t('diagnosis.writeAnswer')}
            onClick={() => setTold(detail.key === told ? null : detail.key)}
          >
            {localWords(detail.label, i18n.language)}
            {askedAtMs !== null && <span className={classes['asked']}> ({t('diagnosis.isAsked')})</span>}
          </button>
        ))}
        {canInsert() && toAsk(details).length > 0 && (
          <SmallButton onClick={() => askMissing(view, language)} title={t('diagnosis.ask')}>
            {t('diagnosis.askShort')} <Keys shortcut={shortcutFor('details.ask') ?? ''} />
          </SmallButton>
        )}
      </p>
      {shown && (
        <AnswerDetail
          key={shown.detail.key}
          state={shown}
          known={view}
          ticketId={ticketId}
          onDone={() => setTold(null)}
        />
      )}
    </>
  )
}

type AnswerProps = {
  readonly state: DetailState
  readonly known: DiagnosisView
  readonly ticketId: string
  readonly onDone: () => void
}

function AnswerDetail({ state: { detail }, known, ticketId, onDone }: AnswerProps) {
  const { t, i18n } = useTranslation()
  const [answer, setAnswer] = useState('')
  const words = localWords(detail.question, i18n.language) ?? detail.key
  const save = async (): Promise<void> => {
    const value = answer.trim()
    const wish = { words, outcome: value, detailKey: detail.key }
    if (await addAnswer(ticketId, wish, landingOf(known, { ticketId, place: detail.from, value }))) onDone()
  }
  return (
    <form
      className={classes['fields']}
      onSubmit={event => {
        event.preventDefault()
        if (answer.trim() !== '') void save()
      }}
    >
      <TextInput
        autoFocus
        dir="auto"
        label={words}
        placeholder={t('diagnosis.answerHere')}
        value={answer}
        onChange={event => setAnswer(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') onDone()
        }}
      />
    </form>
  )
}
