import { Checkbox, Select, TextInput } from '@mantine/core'
import { IconArrowUp, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { FIELD_TYPES } from '../../../../shared/domain/forms.ts'
import type { FieldOption, FormField } from '../../../../shared/domain/forms.ts'
import { localWords } from '../../../../shared/rules/diagnosis/known-details.ts'
import { freshOption, withLabel, withType } from '../../../../shared/rules/forms/edit-form.ts'
import { typeOf } from '../../../../shared/rules/forms/ticket-fields.ts'
import { IconButton } from '../../../components/icon-button.tsx'
import { SmallButton } from '../../../components/small-button.tsx'
import classes from './forms.module.css'

type FieldEditorProps = {
  readonly field: FormField
  readonly number: number
  /** The language its words are shown and typed in. */
  readonly language: string
  readonly onChange: (field: FormField) => void
  readonly onUp: () => void
  readonly onRemove: () => void
}

/** One field: what it is called, what it holds, and when it is asked for. */
export function FieldEditor({ field, number, language, onChange, onUp, onRemove }: FieldEditorProps) {
  const { t } = useTranslation()
  return (
    <li className={classes['field']} aria-label={t('forms.field', { number })}>
      <div className={classes['line']}>
        <TextInput
          size="xs"
          dir="auto"
          lang={language}
          autoFocus={field.key === '' && Object.keys(field.label).length === 0}
          aria-label={t('forms.label', { number })}
          placeholder={localWords(field.label, language) ?? t('forms.labelHint')}
          value={field.label[language] ?? ''}
          onChange={event =>
            onChange({ ...field, label: withLabel(field.label, language, event.currentTarget.value) })
          }
        />
        <Select
          size="xs"
          aria-label={t('forms.type', { number })}
          allowDeselect={false}
          value={typeOf(field)}
          onChange={type => onChange(withType(field, type ?? field.type))}
          data={FIELD_TYPES.map(value => ({ value, label: t(`forms.types.${value}`) }))}
        />
        {number > 1 && <IconButton label={t('forms.up', { number })} icon={<IconArrowUp />} onClick={onUp} />}
        <IconButton label={t('forms.remove', { number })} icon={<IconX />} onClick={onRemove} />
      </div>
      {typeOf(field) === 'choice' && <Options field={field} language={language} onChange={onChange} />}
      <div className={classes['when']}>
        <Checkbox
          size="xs"
          label={t('forms.isEarly')}
          checked={field.isEarly}
          onChange={event => onChange({ ...field, isEarly: event.currentTarget.checked })}
        />
        <Checkbox
          size="xs"
          label={t('forms.isRequired')}
          checked={field.isRequired}
          onChange={event => onChange({ ...field, isRequired: event.currentTarget.checked })}
        />
      </div>
    </li>
  )
}

type OptionsProps = Pick<FieldEditorProps, 'field' | 'language' | 'onChange'>

/** What can be chosen, in order. */
function Options({ field, language, onChange }: OptionsProps) {
  const { t } = useTranslation()
  const { options } = field
  const change = (next: readonly FieldOption[]): void => onChange({ ...field, options: [...next] })
  return (
    <ul className={classes['options']}>
      {options.map((option, index) => (
        <li key={index}>
          <TextInput
            size="xs"
            dir="auto"
            lang={language}
            aria-label={t('forms.option', { number: index + 1 })}
            placeholder={localWords(option.label, language) ?? t('forms.option', { number: index + 1 })}
            value={option.label[language] ?? ''}
            onChange={event =>
              change(
                options.with(index, {
                  ...option,
                  label: withLabel(option.label, language, event.currentTarget.value),
                }),
              )
            }
          />
          <IconButton
            label={t('forms.removeOption', { number: index + 1 })}
            icon={<IconX />}
            onClick={() => change(options.toSpliced(index, 1))}
          />
        </li>
      ))}
      <li>
        <SmallButton onClick={() => change([...options, freshOption()])}>{t('forms.addOption')}</SmallButton>
      </li>
    </ul>
  )
}
