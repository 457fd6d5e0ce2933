import { Checkbox, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { IconArrowUp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { STEP_PLACES } from '../../../../shared/domain/guides.ts'
import type { GuideStep } from '../../../../shared/domain/guides.ts'
import { freshAnswer, notedAs } from '../../../../shared/rules/guides/edit-guide.ts'
import type { GuideContent } from '../../../../shared/rules/guides/guide-problems.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { SmallButton } from '../../../components/small-button.tsx'
import { AnswerRow } from './answer-row.tsx'
import classes from './guides.module.css'
import { LocalWordsInput } from './local-words.tsx'
import { PlaceSelect } from './place-select.tsx'

type StepEditorProps = {
  readonly guide: GuideContent
  readonly index: number
  readonly step: GuideStep
  readonly onChange: (step: GuideStep) => void
  readonly onUp: () => void
  readonly onRemove: () => void
  /** Makes a step the answer leads to. */
  readonly onNewStep: (answerIndex: number) => void
}

/** One step of a guide being written. */
export function StepEditor(props: StepEditorProps) {
  const { guide, index, step, onChange, onUp, onRemove } = props
  const { t } = useTranslation()
  const number = index + 1
  return (
    <li className={classes['step']} aria-label={t('guides.placeStep', { number })}>
      <div className={classes['stepHead']}>
        <span aria-hidden>{number}</span>
        <TextInput
          size="xs"
          dir="auto"
          aria-label={t('guideEditor.stepTitle', { number })}
          placeholder={t('guideEditor.stepTitle', { number })}
          value={step.title}
          onChange={event => onChange({ ...step, title: event.currentTarget.value })}
        />
        {index > 0 && (
          <IconButton label={t('guideEditor.up', { number })} icon={<IconArrowUp />} onClick={onUp} />
        )}
        <IconButton label={t('guideEditor.removeStep', { number })} icon={<IconX />} onClick={onRemove} />
      </div>
      <Textarea
        size="xs"
        autosize
        minRows={1}
        maxRows={6}
        dir="auto"
        aria-label={t('guideEditor.stepText', { number })}
        placeholder={t('guideEditor.stepTextHint')}
        value={step.text}
        onChange={event => onChange({ ...step, text: event.currentTarget.value })}
      />
      <LocalWordsInput
        label={t('guideEditor.say')}
        words={step.say}
        language={guide.language}
        onChange={say => onChange({ ...step, say: Object.keys(say).length === 0 ? null : say })}
      />
      <Noted step={step} number={number} isList={guide.format === 'checklist'} onChange={onChange} />
      {guide.format === 'tree' && <Answers {...props} />}
    </li>
  )
}

type NotedProps = {
  readonly step: GuideStep
  readonly number: number
  readonly isList: boolean
  readonly onChange: (step: GuideStep) => void
}

/** What the ledger says of the step. */
function Noted({ step, number, isList, onChange }: NotedProps) {
  const { t } = useTranslation()
  return (
    <div className={classes['noted']}>
      <SegmentedControl
        size="xs"
        aria-label={t('guideEditor.notes')}
        value={step.notes ?? 'none'}
        onChange={value => onChange(notedAs(step, value === 'none' ? null : value))}
        data={(['none', 'asked', 'tried'] as const).map(value => ({
          value,
          label: t(`guideEditor.noted.${value}`),
        }))}
      />
      {isList && (
        <Checkbox
          size="xs"
          label={t('guideEditor.optional')}
          checked={step.isOptional}
          onChange={event => onChange({ ...step, isOptional: event.currentTarget.checked })}
        />
      )}
      {isList && (
        <PlaceSelect
          label={t('guideEditor.stepFrom', { number })}
          nameLabel={t('guideEditor.stepEnvironment', { number })}
          nowhere={t('guideEditor.stepNowhere')}
          places={STEP_PLACES}
          place={step.from ?? null}
          onChange={from => onChange({ ...step, from })}
        />
      )}
    </div>
  )
}

function Answers({ guide, step, onChange, onNewStep }: StepEditorProps) {
  const { t } = useTranslation()
  const { answers } = step
  return (
    <>
      <ul className={classes['answers']}>
        {answers.map((answer, place) => (
          <AnswerRow
            key={answer.id}
            answer={answer}
            number={place + 1}
            step={step}
            steps={guide.steps}
            onChange={next => onChange({ ...step, answers: answers.with(place, next) })}
            onRemove={() => onChange({ ...step, answers: answers.toSpliced(place, 1) })}
            onNewStep={() => onNewStep(place)}
          />
        ))}
      </ul>
      <span>
        <SmallButton onClick={() => onChange({ ...step, answers: [...answers, freshAnswer(answers)] })}>
          {t('guideEditor.addAnswer')}
        </SmallButton>
      </span>
    </>
  )
}
