import { Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { TRY_RESULTS } from '../../../../shared/domain/diagnosis.ts'
import { GUIDE_ENDS } from '../../../../shared/domain/guides.ts'
import type { GuideAnswer, GuideStep } from '../../../../shared/domain/guides.ts'
import { ledTo, wayOf } from '../../../../shared/rules/guides/edit-guide.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import classes from './guides.module.css'

type AnswerRowProps = {
  readonly answer: GuideAnswer
  readonly number: number
  readonly step: GuideStep
  readonly steps: readonly GuideStep[]
  readonly onChange: (answer: GuideAnswer) => void
  readonly onRemove: () => void
  /** Makes a step and leads there. */
  readonly onNewStep: () => void
}

const NEW = 'new'

/** One answer at a step: what is found, and where it leads. */
export function AnswerRow(props: AnswerRowProps) {
  const { answer, number, step, steps, onChange, onRemove, onNewStep } = props
  const { t } = useTranslation()
  const ways = [
    ...steps.flatMap(({ id, title }, index) =>
      id === step.id
        ? []
        : [{ value: `next ${id}`, label: `${index + 1} ${title || t('guideEditor.noTitle')}` }],
    ),
    { value: NEW, label: t('guideEditor.newStep') },
    ...GUIDE_ENDS.map(end => ({
      value: `end ${end}`,
      label: t('guideEditor.ends', { how: t(`guideEnd.${end}`) }),
    })),
  ]
  const lead = (way: string | null): void => {
    if (way === NEW) onNewStep()
    else onChange(ledTo(answer, way ?? ''))
  }
  return (
    <li className={classes['answer']} data-tried={step.notes === 'tried' || undefined}>
      <TextInput
        size="xs"
        dir="auto"
        aria-label={t('guideEditor.answer', { number })}
        placeholder={t('guideEditor.answer', { number })}
        value={answer.label}
        onChange={event => onChange({ ...answer, label: event.currentTarget.value })}
      />
      <Select
        size="xs"
        aria-label={t('guideEditor.leadsTo', { number })}
        placeholder={t('guideEditor.leadsNowhere')}
        data={ways}
        value={wayOf(answer) || null}
        onChange={lead}
      />
      {step.notes === 'tried' && (
        <Select
          size="xs"
          aria-label={t('guideEditor.result', { number })}
          placeholder={t('guideEditor.noResult')}
          clearable
          data={TRY_RESULTS.map(value => ({ value, label: t(`tryResult.${value}`) }))}
          value={answer.result}
          onChange={result => onChange({ ...answer, result })}
        />
      )}
      <IconButton label={t('guideEditor.removeAnswer', { number })} icon={<IconX />} onClick={onRemove} />
    </li>
  )
}
