import { Checkbox, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { WhenInput } from '../../../components/when-input.tsx'
import classes from '../cases/cases.module.css'

export type PlanStep = {
  readonly id: string
  readonly title: string
  readonly dueAtMs: number
  readonly isChosen: boolean
}
type PlanInputProps = {
  readonly steps: readonly PlanStep[]
  readonly onChange: (steps: readonly PlanStep[]) => void
}

/** The steps of a plan: which, in what words, by when. */
export function PlanInput({ steps, onChange }: PlanInputProps) {
  const { t } = useTranslation()
  const change = (id: string, part: Partial<PlanStep>): void =>
    onChange(steps.map(step => (step.id === id ? { ...step, ...part } : step)))
  return (
    <fieldset className={classes['plan']}>
      <legend>{t('cases.plan')}</legend>
      {steps.map(({ id, title, dueAtMs, isChosen }) => (
        <div key={id} className={classes['planStep']}>
          <Checkbox
            aria-label={t('cases.takeStep', { title })}
            checked={isChosen}
            onChange={event => change(id, { isChosen: event.currentTarget.checked })}
          />
          <TextInput
            size="xs"
            dir="auto"
            aria-label={t('cases.step')}
            disabled={!isChosen}
            maxLength={2_000}
            value={title}
            onChange={event => change(id, { title: event.currentTarget.value })}
          />
          <WhenInput
            isBare
            label={t('cases.stepDue', { title })}
            valueMs={dueAtMs}
            onChange={atMs => change(id, { dueAtMs: atMs })}
          />
        </div>
      ))}
    </fieldset>
  )
}
