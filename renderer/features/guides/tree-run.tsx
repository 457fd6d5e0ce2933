import { TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunLine } from '../../../shared/contract/guides.ts'
import type { Guide, GuideStep } from '../../../shared/domain/guides.ts'
import { localWords } from '../../../shared/rules/diagnosis/known-details.ts'
import { stepOf } from '../../../shared/rules/guides/run-guide.ts'
import { SmallButton } from '../../components/small-button.tsx'
import { answerGuide } from '../../data/diagnosis-intents.ts'
import { canInsert, insertWords } from '../../data/insert-words.ts'
import classes from './guides.module.css'
import { RunHead } from './run-head.tsx'

type TreeRunProps = {
  readonly run: RunLine
  readonly guide: Guide
  readonly language: string | null
}

/** One step at a time: what to do or to look at, and the answers that lead on. */
export function TreeRun({ run, guide, language }: TreeRunProps) {
  const step = stepOf(guide, run.stepId)
  const place = useRef<HTMLDivElement>(null)
  const wasAnswered = useRef(false)
  useEffect(() => {
    // The button that was pressed is gone: whoever goes on by keys finds the next answers under them. Whoever has gone
    // elsewhere meanwhile stays there.
    const isNowhere = document.activeElement === null || document.activeElement === document.body
    if (wasAnswered.current && isNowhere)
      place.current?.querySelector<HTMLElement>('[data-answers] button')?.focus()
    wasAnswered.current = false
  }, [run.stepId])
  const answer = (given: Given): void => {
    wasAnswered.current = true
    void answerGuide(run, given)
  }
  return (
    <div ref={place} className={classes['run']} role="group" aria-label={run.title}>
      <RunHead run={run} guide={guide} />
      <Past run={run} guide={guide} />
      {step && <Step key={step.id} step={step} language={language} onAnswer={answer} />}
    </div>
  )
}

type Given = Parameters<typeof answerGuide>[1]
type StepProps = {
  readonly step: GuideStep
  readonly language: string | null
  readonly onAnswer: (given: Given) => void
}

function Step({ step, language, onAnswer }: StepProps) {
  const { t } = useTranslation()
  const [note, setNote] = useState<string | null>(null)
  const answer = (id: string): void => onAnswer({ stepId: step.id, answer: id, note: note?.trim() || null })
  const words = step.say && localWords(step.say, language)
  return (
    <div className={classes['step']}>
      <h4 dir="auto">{step.title}</h4>
      {step.text !== '' && <p dir="auto">{step.text}</p>}
      {note !== null && (
        <TextInput
          autoFocus
          className={classes['note'] ?? ''}
          dir="auto"
          aria-label={t('guides.note')}
          placeholder={t('guides.note')}
          value={note}
          onChange={event => setNote(event.currentTarget.value)}
        />
      )}
      <div
        data-answers
        className={classes['answers']}
        role="group"
        aria-label={t('guides.answers')}
        onKeyDown={event => {
          const chosen = step.answers[Number(event.key) - 1]
          if (chosen && !event.ctrlKey && !event.metaKey && !event.altKey) {
            event.stopPropagation()
            event.preventDefault()
            answer(chosen.id)
          }
        }}
      >
        {step.answers.map(({ id, label }) => (
          <SmallButton key={id} onClick={() => answer(id)}>
            {label}
          </SmallButton>
        ))}
      </div>
      <p>
        {words && canInsert() && (
          <button type="button" className={classes['link']} onClick={() => insertWords(words)}>
            {t('guides.say')}
          </button>
        )}
        {note === null && (
          <button type="button" className={classes['link']} onClick={() => setNote('')}>
            {t('guides.addNote')}
          </button>
        )}
      </p>
    </div>
  )
}

const SHOWN_PAST = 4

/** Answers so far; each can be gone back to, what came after it is then asked again. */
function Past({ run, guide }: { readonly run: RunLine; readonly guide: Guide }) {
  const { t } = useTranslation()
  if (run.answers.length === 0) return null
  return (
    <ul className={classes['past']} aria-label={t('guides.past')}>
      {run.answers.slice(-SHOWN_PAST).map(({ stepId, label, note }) => {
        const title = stepOf(guide, stepId)?.title ?? stepId
        return (
          <li key={stepId}>
            <span dir="auto">
              {title} → {label}
              {note !== null && ` (${note})`}
            </span>
            <button
              type="button"
              aria-label={t('guides.backTo', { step: title })}
              onClick={() => void answerGuide(run, { stepId, answer: null, note: null })}
            >
              {t('guides.back')}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
