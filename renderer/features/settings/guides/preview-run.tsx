import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localWords } from '../../../../shared/rules/diagnosis/known-details.ts'
import type { GuideContent } from '../../../../shared/rules/guides/guide-problems.ts'
import { answered, beginning, givenAt, stepOf, takenBack } from '../../../../shared/rules/guides/run-guide.ts'
import type { RunState } from '../../../../shared/rules/guides/run-guide.ts'
import { SmallButton } from '../../../components/small-button.tsx'
import { dynamicText } from '../../../lib/dynamic-text.ts'
import { quoted } from '../../../lib/format.ts'
import classes from './guides.module.css'

/** The guide as it will be run, by the same rules; nothing is recorded. */
export function PreviewRun({ guide }: { readonly guide: GuideContent }) {
  const { t } = useTranslation()
  const [run, setRun] = useState<RunState>(() => beginning(guide))
  const give = (stepId: string, answer: string, label: string): void => {
    const next = answered(guide, run, { stepId, answer, label, note: null, atMs: 0, agentId: null })
    if (next) setRun(next)
  }
  const last = run.answers.at(-1)
  return (
    <section className={classes['preview']} aria-label={t('guideEditor.preview')}>
      <ol>
        {run.answers.map(({ stepId, label }) => (
          <li key={stepId} dir="auto">
            {stepOf(guide, stepId)?.title} <strong>{label}</strong>
          </li>
        ))}
      </ol>
      {guide.format === 'tree' ? (
        <TreeStep guide={guide} run={run} onGive={give} />
      ) : (
        guide.steps
          .filter(({ id }) => givenAt(run, id) === null)
          .map(({ id, title }) => (
            <SmallButton key={id} onClick={() => give(id, 'done', t('guideTick.done'))}>
              {title}
            </SmallButton>
          ))
      )}
      {run.state === 'finished' && (
        <p role="status">
          {t('guideEditor.ended', { how: dynamicText(`guideEnd.${run.outcome}`) ?? run.outcome ?? '' })}
        </p>
      )}
      {last && (
        <span>
          <SmallButton onClick={() => setRun(takenBack(guide, run, last.stepId) ?? run)}>
            {t('guides.back')}
          </SmallButton>
        </span>
      )}
    </section>
  )
}

type TreeStepProps = {
  readonly guide: GuideContent
  readonly run: RunState
  readonly onGive: (stepId: string, answer: string, label: string) => void
}

function TreeStep({ guide, run, onGive }: TreeStepProps) {
  const step = run.state === 'running' ? stepOf(guide, run.stepId) : null
  if (!step) return null
  const say = step.say && localWords(step.say, guide.language)
  return (
    <div className={classes['previewStep']}>
      <strong dir="auto">{step.title}</strong>
      {step.text !== '' && <p dir="auto">{step.text}</p>}
      {say && (
        <p dir="auto" className={classes['said']}>
          {quoted(say)}
        </p>
      )}
      <span className={classes['previewAnswers']}>
        {step.answers.map(({ id, label }) => (
          <Button key={id} size="compact-sm" variant="default" onClick={() => onGive(step.id, id, label)}>
            {label}
          </Button>
        ))}
      </span>
    </div>
  )
}
