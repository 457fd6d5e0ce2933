import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Fields } from '../../shared/domain/values.ts'
import type { EnvironmentName } from '../../shared/rules/diagnosis/environment-names.ts'
import { localWords } from '../../shared/rules/diagnosis/known-details.ts'
import { spokenField } from '../lib/ticket-field-lines.ts'
import classes from './environment-fields.module.css'
import { SmallButton } from './small-button.tsx'

type EnvironmentFieldsProps = {
  readonly names: readonly EnvironmentName[]
  readonly values: Fields
  readonly onChange: (values: Fields) => void
}

/** What something runs in or with: what has to be known of it, what is known already, and whatever else there is. */
export function EnvironmentFields({ names, values, onChange }: EnvironmentFieldsProps) {
  const { t, i18n } = useTranslation()
  const added = Object.keys(values).filter(name => names.every(each => each.name !== name))
  const all = [...names, ...added.map(name => ({ name, label: null }))]
  return (
    <div className={classes['fields']} role="group" aria-label={t('field.environment')}>
      {all.map(({ name, label }) => (
        <TextInput
          key={name}
          dir="auto"
          label={(label && localWords(label, i18n.language)) ?? spokenField(name)}
          value={String(values[name] ?? '')}
          onChange={event => onChange({ ...values, [name]: event.currentTarget.value })}
        />
      ))}
      <AnotherName onAdd={name => onChange({ ...values, [name]: values[name] ?? '' })} />
    </div>
  )
}

function AnotherName({ onAdd }: { readonly onAdd: (name: string) => void }) {
  const { t } = useTranslation()
  const [name, setName] = useState<string | null>(null)
  const add = (): void => {
    if (name !== null && name.trim() !== '') onAdd(name.trim())
    setName(null)
  }
  if (name === null)
    return (
      <span className={classes['another']}>
        <SmallButton onClick={() => setName('')}>{t('environment.another')}</SmallButton>
      </span>
    )
  return (
    <TextInput
      autoFocus
      dir="auto"
      maxLength={60}
      label={t('environment.name')}
      placeholder={t('environment.nameHint')}
      value={name}
      onChange={event => setName(event.currentTarget.value)}
      onBlur={add}
      onKeyDown={event => {
        if (event.key === 'Enter') {
          event.preventDefault()
          add()
        }
        if (event.key === 'Escape') {
          event.stopPropagation()
          setName(null)
        }
      }}
    />
  )
}
