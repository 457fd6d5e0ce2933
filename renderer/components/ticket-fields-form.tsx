import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormField } from '../../shared/domain/forms.ts'
import type { Fields } from '../../shared/domain/values.ts'
import { isEmpty, typedOf } from '../../shared/rules/forms/ticket-fields.ts'
import { fieldEdits, setFields, unfitting } from '../data/field-intents.ts'
import type { Typed } from '../data/field-intents.ts'
import { useFieldNames } from '../data/field-names.ts'
import { decimalMark } from '../lib/format.ts'
import { FieldInput } from './field-input.tsx'
import { FormInPlace } from './form-in-place.tsx'
import classes from './ticket-fields.module.css'

type TicketFieldsFormProps = {
  readonly ticketId: string
  readonly asked: readonly FormField[]
  readonly others: Fields
  readonly fields: Fields
  /** The field to begin with; null: the first empty one. */
  readonly first: string | null
  readonly onDone: () => void
}

const asText = (key: string) => ({ key, type: 'text', options: [] })

/** The fields of the form; what stands there besides comes along when one of it was asked for. */
export function TicketFieldsForm({ ticketId, asked, others, fields, first, onDone }: TicketFieldsFormProps) {
  const { t } = useTranslation()
  const nameOf = useFieldNames()
  // What the agent saw when it was opened: a change of somebody else meanwhile is asked about.
  const [seen] = useState(fields)
  const [typed, setTyped] = useState<Typed>({})
  const isOther = asked.length === 0 || (first !== null && Object.hasOwn(others, first))
  const all = [...asked, ...(isOther ? Object.keys(others).map(asText) : [])]
  const begin = first ?? all.find(({ key }) => isEmpty(seen[key]))?.key ?? all[0]?.key
  const save = async (): Promise<void> => {
    await setFields(ticketId, fieldEdits(all, seen, typed))
    onDone()
  }
  return (
    <FormInPlace
      label={t('forms.edit')}
      saveLabel={t('common.save')}
      canSave={unfitting(all, seen, typed).length === 0}
      onSave={() => void save()}
      onCancel={onDone}
    >
      <div className={classes['fields']}>
        {all.map(field => (
          <FieldInput
            key={field.key}
            field={field}
            label={nameOf(field.key)}
            autoFocus={field.key === begin}
            typed={typed[field.key] ?? typedOf(seen[field.key], decimalMark())}
            onType={text => setTyped(before => ({ ...before, [field.key]: text }))}
          />
        ))}
      </div>
    </FormInPlace>
  )
}
