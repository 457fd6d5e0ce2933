import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagnosisView } from '../../../shared/contract/diagnosis.ts'
import type { GuideRun, GuideStep } from '../../../shared/domain/guides.ts'
import { answerGuide } from '../../data/diagnosis-intents.ts'
import { landingOf, standingAt } from '../../data/land-answer.ts'
import { useLiveValue } from '../../data/use-live-query.ts'
import classes from './guides.module.css'

type FoundOutProps = {
  readonly run: GuideRun
  readonly step: GuideStep
  readonly onDone: () => void
}

/** What was found out at a step: it goes where such a thing is written down, and begins with what stands there. */
export function FoundOut(props: FoundOutProps) {
  const view = useLiveValue('diagnosis.get', { ticketId: props.run.ticketId })
  return view && <Typed {...props} known={view} />
}

function Typed({ run, step, known, onDone }: FoundOutProps & { readonly known: DiagnosisView }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(standingAt(known, step.from) ?? '')
  const save = async (): Promise<void> => {
    const value = typed.trim()
    const answer = { stepId: step.id, answer: 'done', note: value || null }
    const landing = landingOf(known, { ticketId: run.ticketId, place: step.from, value })
    if (await answerGuide(run, answer, landing)) onDone()
  }
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        void save()
      }}
    >
      <TextInput
        autoFocus
        size="xs"
        dir="auto"
        className={classes['note'] ?? ''}
        aria-label={t('guides.foundOut', { step: step.title })}
        placeholder={t('guides.foundOutHint')}
        value={typed}
        onChange={event => setTyped(event.currentTarget.value)}
        onKeyDown={event => {
          if (event.key === 'Escape') onDone()
        }}
      />
    </form>
  )
}
