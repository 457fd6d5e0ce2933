import { NumberInput, Select, TextInput } from '@mantine/core'
import { IconArrowUp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { STEP_OWNERS } from '../../../shared/domain/plans.ts'
import type { TemplateStep } from '../../../shared/domain/plans.ts'
import { WORK_KINDS } from '../../../shared/domain/values.ts'
import { IconButton } from '../../components/icon-button.tsx'
import classes from './plans-page.module.css'

type StepRowProps = {
  readonly step: TemplateStep
  readonly number: number
  readonly isFirst: boolean
  readonly onChange: (step: TemplateStep) => void
  readonly onUp: () => void
  readonly onRemove: () => void
}

/** One step of a template: what, of which kind, how many days after the beginning, and whose. */
export function StepRow({ step, number, isFirst, onChange, onUp, onRemove }: StepRowProps) {
  const { t } = useTranslation()
  return (
    <li className={classes['step']}>
      <TextInput
        dir="auto"
        aria-label={t('relation.template.stepTitle', { number })}
        placeholder={t('relation.template.stepTitle', { number })}
        value={step.title}
        onChange={event => onChange({ ...step, title: event.currentTarget.value })}
      />
      <Select
        aria-label={t('relation.template.stepKind', { number })}
        data={WORK_KINDS.map(value => ({ value, label: t(`kind.${value}`) }))}
        value={step.kind}
        allowDeselect={false}
        onChange={value => onChange({ ...step, kind: value === 'support' ? 'support' : 'service' })}
      />
      <NumberInput
        aria-label={t('relation.template.stepDays', { number })}
        value={step.days}
        min={0}
        max={730}
        allowDecimal={false}
        prefix={`${t('relation.template.day')} `}
        onChange={value => {
          if (typeof value === 'number' && value >= 0 && value <= 730) onChange({ ...step, days: value })
        }}
      />
      <Select
        aria-label={t('relation.template.stepOwner', { number })}
        data={STEP_OWNERS.map(value => ({ value, label: t(`relation.template.owner.${value}`) }))}
        value={step.owner}
        allowDeselect={false}
        onChange={value => onChange({ ...step, owner: value === 'team' ? 'team' : 'owner' })}
      />
      <span className={classes['stepActs']}>
        {!isFirst && (
          <IconButton
            label={t('relation.template.stepUp', { number })}
            icon={<IconArrowUp />}
            onClick={onUp}
          />
        )}
        <IconButton
          label={t('relation.template.stepRemove', { number })}
          icon={<IconX />}
          onClick={onRemove}
        />
      </span>
    </li>
  )
}
