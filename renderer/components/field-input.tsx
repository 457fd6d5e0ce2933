import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { FormField } from '../../shared/domain/forms.ts'
import { localWords } from '../../shared/rules/diagnosis/known-details.ts'
import { numberText, typeOf, valueFrom } from '../../shared/rules/forms/ticket-fields.ts'
import { decimalMark } from '../lib/format.ts'

type FieldInputProps = {
  readonly field: Pick<FormField, 'type' | 'options'>
  readonly label: string
  /** As it is typed or chosen; empty: nothing. */
  readonly typed: string
  readonly onType: (typed: string) => void
  readonly autoFocus?: boolean
  readonly size?: 'xs' | 'sm'
}

/** One field of a ticket, by what it holds. */
export function FieldInput({ field, label, typed, onType, autoFocus = false, size = 'sm' }: FieldInputProps) {
  const { t, i18n } = useTranslation()
  const type = typeOf(field)
  const same = { label, autoFocus, size, dir: 'auto' } as const
  if (type === 'choice' || type === 'yes-no') {
    const options =
      type === 'choice'
        ? field.options.map(({ key, label: words }) => ({
            value: key,
            label: localWords(words, i18n.language) ?? key,
          }))
        : (['yes', 'no'] as const).map(value => ({ value, label: t(`forms.${value}`) }))
    const isKnown = typed === '' || options.some(({ value }) => value === typed)
    return (
      <Select
        {...same}
        clearable
        searchable={options.length > 8}
        // What an import left there stays to be chosen until something else is.
        data={isKnown ? options : [...options, { value: typed, label: typed }]}
        value={typed === '' ? null : typed}
        onChange={value => onType(value ?? '')}
      />
    )
  }
  const mark = decimalMark()
  const isWrong = type === 'number' && valueFrom(field, typed, mark) === undefined
  return (
    <TextInput
      {...same}
      type={type === 'date' ? 'date' : 'text'}
      inputMode={type === 'number' ? 'decimal' : undefined}
      maxLength={2_000}
      error={isWrong ? t('forms.notANumber', { example: numberText(12.5, mark) }) : undefined}
      value={typed}
      onChange={event => onType(event.currentTarget.value)}
    />
  )
}
