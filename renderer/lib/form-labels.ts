import i18next from 'i18next'
import type { FormField, TicketFormRow } from '../../shared/domain/forms.ts'
import { labelOf, typeOf, valueText } from '../../shared/rules/forms/ticket-fields.ts'
import type { FieldValue } from '../../shared/rules/forms/ticket-fields.ts'
import { decimalMark } from './format.ts'

let known: readonly TicketFormRow[] = []

/** The forms as they stand, for names outside of what is painted; `data/watch-forms.ts` keeps them. */
export function keepForms(forms: readonly TicketFormRow[]): void {
  known = forms
}

/** Every field of a form, each key once. */
export const formFields = (forms: readonly TicketFormRow[] = known): readonly FormField[] => [
  ...new Map(forms.flatMap(({ items }) => items).map(field => [field.key, field])).values(),
]
export const formFieldOf = (key: string, forms: readonly TicketFormRow[] = known): FormField | null =>
  formFields(forms).find(field => field.key === key) ?? null

/** What a form calls the value under this key; null where none does. */
export const formLabel = (key: string): string | null => labelOf(known, key, i18next.language)

const PLAIN: Pick<FormField, 'type' | 'options'> = { type: 'text', options: [] }

const spoken = (field: Pick<FormField, 'type' | 'options'>, value: FieldValue | undefined): string =>
  valueText(field, value, {
    language: i18next.language,
    yes: i18next.t('forms.yes'),
    no: i18next.t('forms.no'),
    mark: decimalMark(),
  })

/** A value as its form calls it: the label of an option, yes and no. */
export const formValue = (key: string, value: FieldValue | undefined): string =>
  spoken(formFieldOf(key) ?? PLAIN, value)

/** What a view compares with, in the same words. */
export function formAsked(key: string, value: string, forms: readonly TicketFormRow[] = known): string {
  const field = formFieldOf(key, forms) ?? PLAIN
  const isYesNo = typeOf(field) === 'yes-no' && (value === 'yes' || value === 'no')
  return spoken(field, isYesNo ? value === 'yes' : value)
}
