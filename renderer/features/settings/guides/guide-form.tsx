import { Switch } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GuideStep } from '../../../../shared/domain/guides.ts'
import {
  freshAnswer,
  freshStep,
  keyFrom,
  ledTo,
  movedUp,
  withoutStep,
} from '../../../../shared/rules/guides/edit-guide.ts'
import { guideProblems } from '../../../../shared/rules/guides/guide-problems.ts'
import type { GuideContent } from '../../../../shared/rules/guides/guide-problems.ts'
import { SmallButton } from '../../../components/small-button.tsx'
import { act } from '../../../data/use-action.ts'
import { ContentForm } from '../content-form.tsx'
import { GuideHead } from './guide-head.tsx'
import classes from './guides.module.css'
import { problemText } from './imported-files.tsx'
import { PreviewRun } from './preview-run.tsx'
import { StepEditor } from './step-editor.tsx'

export type EditedGuide = {
  readonly content: GuideContent
  /** The version it was begun with; 0: a new guide. */
  readonly version: number
  readonly isActive: boolean
}
type GuideFormProps = {
  readonly edited: EditedGuide
  readonly takenKeys: readonly string[]
  readonly onDone: () => void
}

/** A guide being written, with everything that is still wrong with it beside the way to try it. */
export function GuideForm({ edited, takenKeys, onDone }: GuideFormProps) {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(edited.content)
  const [isTrying, setTrying] = useState(false)
  const content = { ...draft, key: draft.key === '' ? keyFrom(draft.title, takenKeys) : draft.key }
  const problems = guideProblems(content)
  const isReady = problems.length === 0
  const save = (): Promise<object | null> => {
    const { version: seen, isActive } = edited
    return act('guide.set', { seen, isActive: seen === 0 || isActive, content })
  }
  return (
    <ContentForm
      isReady={isReady}
      onSave={save}
      onDone={onDone}
      beside={
        <Switch
          label={t('guideEditor.try')}
          disabled={!isReady}
          checked={isReady && isTrying}
          onChange={event => setTrying(event.currentTarget.checked)}
        />
      }
    >
      <GuideHead content={draft} onChange={setDraft} />
      <Steps guide={draft} onChange={steps => setDraft({ ...draft, steps: [...steps] })} />
      {problems.length > 0 && (
        <div role="status" aria-label={t('guideEditor.problems')}>
          <ul className={classes['problems']}>
            {problems.map((problem, place) => (
              <li key={`${place} ${problem.at}`} dir="auto">
                {problemText(problem, content, t)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isReady && isTrying && <PreviewRun key={JSON.stringify(content.steps)} guide={content} />}
      <p className={classes['hint']}>{t('guideEditor.keeps')}</p>
    </ContentForm>
  )
}

const emptyStep = ({ format, steps }: GuideContent): GuideStep => ({
  ...freshStep(steps),
  answers: format === 'tree' ? [freshAnswer([])] : [],
})

type StepsProps = {
  readonly guide: GuideContent
  readonly onChange: (steps: readonly GuideStep[]) => void
}

function Steps({ guide, onChange }: StepsProps) {
  const { t } = useTranslation()
  const { steps } = guide
  const addBehind = (index: number, step: GuideStep, answerIndex: number): void => {
    const made = emptyStep(guide)
    const answers = step.answers.map((answer, place) =>
      place === answerIndex ? ledTo(answer, `next ${made.id}`) : answer,
    )
    onChange([...steps.with(index, { ...step, answers }), made])
  }
  return (
    <>
      <ol className={classes['steps']}>
        {steps.map((step, index) => (
          <StepEditor
            key={step.id}
            guide={guide}
            index={index}
            step={step}
            onChange={next => onChange(steps.with(index, next))}
            onUp={() => onChange(movedUp(steps, index))}
            onRemove={() => onChange(withoutStep(steps, step.id))}
            onNewStep={answerIndex => addBehind(index, step, answerIndex)}
          />
        ))}
      </ol>
      <span>
        <SmallButton onClick={() => onChange([...steps, emptyStep(guide)])}>
          {t('guideEditor.addStep')}
        </SmallButton>
      </span>
    </>
  )
}
