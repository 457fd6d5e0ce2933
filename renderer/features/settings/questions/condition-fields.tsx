import { MultiSelect, NumberInput, Switch } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { QuestionConditions } from '../../../../shared/domain/growth.ts'
import { JOURNEY_STAGES, ORDER_STATES, RETURN_STATES } from '../../../../shared/domain/values.ts'
import { useLiveValue } from '../../../data/use-live-query.ts'
import { dynamicText } from '../../../lib/dynamic-text.ts'

type ConditionFieldsProps = {
  readonly conditions: QuestionConditions
  readonly onChange: (conditions: QuestionConditions) => void
}

const SETS = [
  ['stages', 'stage', JOURNEY_STAGES],
  ['orderStates', 'orderState', ORDER_STATES],
  ['returnStates', 'returnState', RETURN_STATES],
] as const
const DAYS = ['withinDays', 'renewalWithinDays'] as const
const SWITCHES = ['hasPlan', 'hasKnownIssue'] as const

/** When a question is likely: everything that is chosen has to hold. */
export function ConditionFields({ conditions, onChange }: ConditionFieldsProps) {
  const { t } = useTranslation()
  const products = useLiveValue('products.list', {}) ?? []
  return (
    <>
      {SETS.map(([name, group, values]) => (
        <MultiSelect
          key={name}
          clearable
          label={t(`growth.questions.when.${name}`)}
          data={values.map(value => ({ value, label: dynamicText(`${group}.${value}`) ?? value }))}
          value={[...(conditions[name] ?? [])]}
          onChange={chosen => onChange({ ...conditions, [name]: chosen })}
        />
      ))}
      <MultiSelect
        clearable
        searchable
        label={t('growth.questions.when.productIds')}
        data={products.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...(conditions.productIds ?? [])]}
        onChange={productIds => onChange({ ...conditions, productIds })}
      />
      {DAYS.map(name => (
        <NumberInput
          key={name}
          label={t(`growth.questions.when.${name}`)}
          min={1}
          max={365}
          allowDecimal={false}
          value={conditions[name] ?? ''}
          onChange={days => onChange({ ...conditions, [name]: typeof days === 'number' ? days : undefined })}
        />
      ))}
      {SWITCHES.map(name => (
        <Switch
          key={name}
          label={t(`growth.questions.when.${name}`)}
          checked={conditions[name] === true}
          onChange={event => onChange({ ...conditions, [name]: event.currentTarget.checked })}
        />
      ))}
    </>
  )
}
