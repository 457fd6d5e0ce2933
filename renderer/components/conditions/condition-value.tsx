import { Group, MultiSelect, NumberInput, Select, TagsInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  fieldOf,
  isFieldName,
  isOwnField,
  ownKey,
  wantsNothing,
  wantsNumber,
} from '../../../shared/rules/saved-views/fields.ts'
import { typeOf } from '../../../shared/rules/forms/ticket-fields.ts'
import { formFieldOf } from '../../lib/form-labels.ts'
import { decimalMark } from '../../lib/format.ts'
import type { AnyField } from '../../../shared/rules/saved-views/fields.ts'
import { spanOf } from '../../../shared/rules/saved-views/describe.ts'
import type { Condition } from '../../../shared/rules/saved-views/rule.ts'
import { useOptions } from './use-options.ts'
import { useVocabulary } from './use-vocabulary.ts'

type ValueProps = {
  readonly condition: Condition
  readonly onChange: (values: Condition['values']) => void
  readonly comboboxProps: { readonly withinPortal: boolean }
}

/** What a condition compares with: a choice, words, a time, a number, or nothing. */
export function ConditionValue({ condition, onChange, comboboxProps }: ValueProps) {
  const { field, op } = condition
  if (!isFieldName(field) || wantsNothing(op)) return null
  const props = { condition, onChange, comboboxProps }
  if (wantsNumber(op)) return op === 'under' || op === 'over' ? <Amount {...props} /> : <Span {...props} />
  return fieldOf(field).type === 'set' || isTyped(field) ? (
    <Words field={field} {...props} />
  ) : (
    <Choices field={field} {...props} />
  )
}

/** Words of a form that nobody can choose from. */
function isTyped(field: AnyField): boolean {
  if (!isOwnField(field)) return false
  const form = formFieldOf(ownKey(field))
  return form === null || (typeOf(form) !== 'choice' && typeOf(form) !== 'yes-no')
}

type Named = ValueProps & { readonly field: AnyField }

function Choices({ field, condition, onChange, comboboxProps }: Named) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const options = useOptions(field, text)
  const chosen = condition.values.map(String)
  const all = [...new Set([...options, ...chosen])]
  const words = useVocabulary([{ ...condition, values: all }])
  return (
    <MultiSelect
      aria-label={t('view.valueLabel')}
      placeholder={chosen.length === 0 ? t('view.pick') : undefined}
      searchable
      comboboxProps={comboboxProps}
      onSearchChange={setText}
      value={chosen}
      onChange={onChange}
      data={all.map(value => ({ value, label: words.value(field, value) }))}
    />
  )
}

function Words({ field, condition, onChange, comboboxProps }: Named) {
  const { t } = useTranslation()
  const options = useOptions(field, '')
  const chosen = condition.values.map(String)
  return (
    <TagsInput
      aria-label={t('view.valueLabel')}
      placeholder={chosen.length === 0 ? t(isOwnField(field) ? 'view.typeWord' : 'view.typeTag') : undefined}
      comboboxProps={comboboxProps}
      value={chosen}
      onChange={onChange}
      data={[...options]}
    />
  )
}

const UNITS = ['minutes', 'hours', 'days'] as const
const MINUTES = { minutes: 1, hours: 60, days: 1_440 } as const

function Span({ condition, onChange, comboboxProps }: ValueProps) {
  const { t } = useTranslation()
  const minutes = condition.values[0]
  const given = typeof minutes === 'number' ? spanOf(minutes) : null
  // The unit stays as it was chosen: 120 minutes need not become 2 hours under one's hands.
  const [unit, setUnit] = useState<(typeof UNITS)[number]>(given?.unit ?? 'hours')
  const amount = typeof minutes === 'number' ? minutes / MINUTES[unit] : ''
  return (
    <Group gap={6} wrap="nowrap">
      <NumberInput
        aria-label={t('view.valueLabel')}
        w={84}
        min={0}
        max={9_999}
        allowDecimal={false}
        value={amount}
        onChange={value => onChange(typeof value === 'number' ? [Math.round(value * MINUTES[unit])] : [])}
      />
      <Select<(typeof UNITS)[number]>
        aria-label={t('view.unit')}
        comboboxProps={comboboxProps}
        w={110}
        value={unit}
        onChange={next => {
          if (!next) return
          setUnit(next)
          if (typeof amount === 'number') onChange([Math.round(amount * MINUTES[next])])
        }}
        data={UNITS.map(value => ({ value, label: t(`view.units.${value}`) }))}
      />
    </Group>
  )
}

function Amount({ condition, onChange }: ValueProps) {
  const { t } = useTranslation()
  const [value] = condition.values
  return (
    <NumberInput
      aria-label={t('view.valueLabel')}
      w={110}
      {...(isOwnField(condition.field)
        ? { decimalSeparator: decimalMark() }
        : { min: 0, max: 100, allowDecimal: false })}
      value={typeof value === 'number' ? value : ''}
      onChange={next => onChange(typeof next === 'number' ? [next] : [])}
    />
  )
}
