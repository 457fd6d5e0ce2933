import { Button, Select, Textarea } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Survey } from '../../../shared/domain/commerce.ts'
import { scoreByKey } from '../../../shared/rules/surveys/score-key.ts'
import { SCORES } from '../../../shared/rules/surveys/survey-guard.ts'
import dialogForm from '../../components/dialog-form.module.css'
import { Dialog } from '../../components/dialog.tsx'
import { customerInFront } from '../../data/front-customer.ts'
import { answerSurvey } from '../../data/relation-intents.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import { now } from '../../lib/clock.ts'
import { dateOnly } from '../../lib/format.ts'
import { closeDialog, useUi } from '../../stores/ui-store.ts'
import classes from './surveys.module.css'

/** Writes down what a customer answered, by mail or on the phone. */
export function SurveyAnswerDialog() {
  const { t } = useTranslation()
  const isOpen = useUi(state => state.dialog === 'survey-answer')
  const who = isOpen ? customerInFront() : null
  const state = useLiveValue('surveys.state', who)
  return (
    <Dialog opened={isOpen} onClose={closeDialog} title={t('relation.survey.answer')}>
      {state && state.waiting.length > 0 && <AnswerForm waiting={state.waiting} />}
    </Dialog>
  )
}

function AnswerForm({ waiting }: { readonly waiting: readonly Survey[] }) {
  const { t } = useTranslation()
  const [id, setId] = useState(waiting[0]?.id ?? '')
  const [score, setScore] = useState<number | null>(null)
  const [comment, setComment] = useState('')
  const survey = waiting.find(each => each.id === id) ?? waiting[0]
  if (!survey || survey.kind === 'other') return null
  const submit = async (): Promise<void> => {
    const words = comment.trim()
    if (score !== null && (await answerSurvey(survey, score, words === '' ? null : words))) closeDialog()
  }
  return (
    <form
      className={dialogForm['form']}
      onSubmit={event => {
        event.preventDefault()
        void submit()
      }}
    >
      {waiting.length > 1 && (
        <Select
          label={t('relation.survey.which')}
          data={waiting.map(each => ({
            value: each.id,
            label: `${each.kind.toUpperCase()} · ${dateOnly(each.askedAtMs, now())}`,
          }))}
          value={survey.id}
          allowDeselect={false}
          onChange={value => {
            setId(value ?? id)
            setScore(null)
          }}
        />
      )}
      <p className={dialogForm['hint']}>{t(`relation.survey.scale.${survey.kind}`)}</p>
      <Scores kind={survey.kind} score={score} onChange={setScore} />
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        dir="auto"
        label={t('relation.survey.comment')}
        value={comment}
        onChange={event => setComment(event.currentTarget.value)}
      />
      <div className={dialogForm['actions']}>
        <Button variant="subtle" onClick={closeDialog}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={score === null}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

type ScoresProps = {
  readonly kind: keyof typeof SCORES
  readonly score: number | null
  readonly onChange: (score: number) => void
}

/** One stop of the keyboard: the arrows go from score to score, a digit is one, and Enter saves it. */
function Scores({ kind, score, onChange }: ScoresProps) {
  const { t } = useTranslation()
  const group = useRef<HTMLDivElement>(null)
  const [least, most] = SCORES[kind]
  const choose = (value: number): void => {
    onChange(value)
    group.current?.querySelectorAll('button')[value - least]?.focus()
  }
  return (
    <div
      ref={group}
      className={classes['scores']}
      role="radiogroup"
      aria-label={t('relation.survey.score')}
      onKeyDown={event => {
        if (event.ctrlKey || event.metaKey || event.altKey) return
        if (event.key === 'Enter' && score !== null) {
          event.preventDefault()
          group.current?.closest('form')?.requestSubmit()
        }
        const next = scoreByKey(event.key, score, SCORES[kind])
        if (next === null) return
        event.preventDefault()
        choose(next)
      }}
    >
      {Array.from({ length: most - least + 1 }, (_, index) => least + index).map(value => (
        <button
          key={value}
          type="button"
          role="radio"
          aria-checked={value === score}
          tabIndex={value === (score ?? least) ? 0 : -1}
          data-autofocus={value === least || undefined}
          onClick={() => onChange(value)}
        >
          {value}
        </button>
      ))}
    </div>
  )
}
