import type { FieldType, FormField, TicketFormRow } from '../../domain/forms.ts'
import { FIELD_TYPES } from '../../domain/forms.ts'
import type { Fields } from '../../domain/values.ts'
import { localWords } from '../diagnosis/known-details.ts'

type Form = Pick<TicketFormRow, 'kind' | 'items'>
export type FieldValue = Fields[string]

/** The fields of a kind of work, in order; none where nobody has written a form. */
export const fieldsOfKind = (forms: readonly Form[], kind: string): readonly FormField[] =>
  forms.find(form => form.kind === kind)?.items ?? []

/** The type this app knows; what a newer hub calls otherwise is text here. */
export const typeOf = ({ type }: Pick<FormField, 'type'>): FieldType =>
  FIELD_TYPES.find(each => each === type) ?? 'text'

/** Whether nothing stands in the field. "No" and 0 are answers. */
export const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '')

/** What closing has to name: needed, and nothing there. */
export const missingFields = (items: readonly FormField[], fields: Fields): readonly FormField[] =>
  items.filter(({ key, isRequired }) => isRequired && isEmpty(fields[key]))

/**
 * Names of values that no form of these kinds asks for: of imports, of a kind the ticket had before. They stay where
 * they are and are shown with the rest.
 */
export const otherNames = (
  forms: readonly Form[],
  kinds: readonly string[],
  fields: Fields,
): readonly string[] => {
  const asked = new Set(kinds.flatMap(kind => fieldsOfKind(forms, kind).map(({ key }) => key)))
  return Object.keys(fields).filter(name => !asked.has(name) && !isEmpty(fields[name]))
}

/** What any form calls the value; null where none does. */
export function labelOf(forms: readonly Form[], name: string, language: string): string | null {
  const field = forms.flatMap(({ items }) => items).find(({ key }) => key === name)
  return field ? localWords(field.label, language) : null
}

export type ValueWords = { readonly language: string; readonly yes: string; readonly no: string }

/** A value as people read it: the label of an option, yes and no. What fits no option stands as it is. */
export function valueText(
  field: Pick<FormField, 'type' | 'options'>,
  value: FieldValue | undefined,
  { language, yes, no }: ValueWords,
): string {
  if (isEmpty(value)) return ''
  if (typeof value === 'boolean') return value ? yes : no
  const option = typeOf(field) === 'choice' ? field.options.find(({ key }) => key === value) : undefined
  return (option && localWords(option.label, language)) ?? String(value)
}

const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/u
const DATE = /^\d{4}-\d{2}-\d{2}$/u

/** What was typed or chosen as the field keeps it; null: nothing. Undefined: it does not fit the field. */
export function valueFrom(field: Pick<FormField, 'type' | 'options'>, typed: string): FieldValue | undefined {
  const text = typed.trim()
  if (text === '') return null
  switch (typeOf(field)) {
    case 'number':
      return NUMBER.test(text) ? Number(text.replace(',', '.')) : undefined
    case 'date':
      return DATE.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined
    case 'yes-no':
      return text === 'yes' ? true : text === 'no' ? false : undefined
    case 'choice':
      return field.options.some(({ key }) => key === text) ? text : undefined
    case 'text':
      return text
  }
}

/** What an input begins with; the opposite of `valueFrom`. */
export const typedOf = (value: FieldValue | undefined): string =>
  isEmpty(value) ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)

/** What the kinds of a new ticket ask for at the start; what two ask for once. */
export const earlyFields = (forms: readonly Form[], kinds: readonly string[]): readonly FormField[] => {
  const asked = kinds.flatMap(kind => fieldsOfKind(forms, kind)).filter(({ isEarly }) => isEarly)
  return [...new Map(asked.toReversed().map(field => [field.key, field])).values()].toReversed()
}

/** Values of a new ticket by what was typed; what was typed for a kind it does not have is left out. */
export function earlyValues(
  forms: readonly Form[],
  kinds: readonly string[],
  typed: Readonly<Record<string, string>>,
): Fields {
  const values = earlyFields(forms, kinds).map(field => [field.key, valueFrom(field, typed[field.key] ?? '')])
  return Object.fromEntries(values.filter(([, value]) => value !== null && value !== undefined)) as Fields
}
