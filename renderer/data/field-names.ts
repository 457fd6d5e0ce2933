import { useTranslation } from 'react-i18next'
import { labelOf } from '../../shared/rules/forms/ticket-fields.ts'
import { dynamicText } from '../lib/dynamic-text.ts'
import { spokenField } from '../lib/ticket-field-lines.ts'
import { useLiveValue } from './use-live-query.ts'

/** What people call a field of a ticket: by a form, by the locale, else by its own name. */
export function useFieldNames(): (name: string) => string {
  const { i18n } = useTranslation()
  const forms = useLiveValue('ticketForms.list', {}) ?? []
  return name =>
    labelOf(forms, name, i18n.language) ?? dynamicText(`ticketField.${name}`) ?? spokenField(name)
}
