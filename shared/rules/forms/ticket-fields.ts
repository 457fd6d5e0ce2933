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

export type ValueWords = {
  readonly language: string
  readonly yes: string
  readonly no: string
  /** What stands before decimals; left out: a point. */
  readonly mark?: string
}

/** A value as people read it: the label of an option, yes and no. What fits no option stands as it is. */
export function valueText(
  field: Pick<FormField, 'type' | 'options'>,
  value: FieldValue | undefined,
  { language, yes, no, mark }: ValueWords,
): string {
  if (isEmpty(value)) return ''
  if (typeof value === 'boolean') return value ? yes : no
  if (typeof value === 'number') return numberText(value, mark)
  const option = typeOf(field) === 'choice' ? field.options.find(({ key }) => key === value) : undefined
  return (option && localWords(option.label, language)) ?? String(value)
}

/** Digits with thousands apart, and whatever stands before decimals. */
const NUMBER = /^[+-]?(?:\d+|\d{1,3}(?:[ \u00A0\u202F'’]\d{3})+)(?:[.,٫]\d+)?$/u
const GROUPED = /^[+-]?\d{1,3}(?:([.,])\d{3})+(?:[.,]\d+)?$/u
const APART = /[ \u00A0\u202F'’]/gu
/** More digits than that are not kept as they were written. */
const MOST_DIGITS = 15

/**
 * A number as it was written. `mark` stands before decimals where the writer lives: the other sign then keeps thousands
 * apart where it stands before each three digits. Without it either sign stands before decimals. Undefined: it is none.
 */
export function numberFrom(written: string, mark: string | null = null): number | undefined {
  const text = written.trim()
  const sign = GROUPED.exec(text)?.[1]
  const isApart = sign !== undefined && mark !== null && sign !== mark
  const plain = isApart ? text.replaceAll(sign, '') : text
  if (!NUMBER.test(plain)) return undefined
  const digits = plain.replaceAll(APART, '').replace(/[,٫]/u, '.')
  return digits.replaceAll(/\D/gu, '').length > MOST_DIGITS ? undefined : Number(digits) || 0
}

/** A number as it is written, without thousands apart; the opposite of `numberFrom`. */
export const numberText = (value: number, mark = '.'): string =>
  value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }).replace('.', mark)

const DATE = /^\d{4}-\d{2}-\d{2}$/u

/** What was typed or chosen as the field keeps it; null: nothing. Undefined: it does not fit the field. `mark` as `numberFrom` has it. */
export function valueFrom(
  field: Pick<FormField, 'type' | 'options'>,
  typed: string,
  mark: string | null = null,
): FieldValue | undefined {
  const text = typed.trim()
  if (text === '') return null
  switch (typeOf(field)) {
    case 'number':
      return numberFrom(text, mark)
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
export function typedOf(value: FieldValue | undefined, mark?: string): string {
  if (isEmpty(value)) return ''
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? numberText(value, mark) : String(value)
}

/** What the kinds of a new ticket ask for at the start; what two ask for once. */
export const earlyFields = (forms: readonly Form[], kinds: readonly string[]): readonly FormField[] => {
  const asked = kinds.flatMap(kind => fieldsOfKind(forms, kind)).filter(({ isEarly }) => isEarly)
  return [...new Map(asked.toReversed().map(field => [field.key, field])).values()].toReversed()
}

/** Values of a new ticket by what was typed; what was typed for a kind it does not have is left out. */
export function earlyValues(
  forms: readonly Form[],
  kinds: readonly string[],
  { typed, mark = null }: { readonly typed: Readonly<Record<string, string>>; readonly mark?: string | null },
): Fields {
  const values = earlyFields(forms, kinds).map(field => [
    field.key,
    valueFrom(field, typed[field.key] ?? '', mark),
  ])
  return Object.fromEntries(values.filter(([, value]) => value !== null && value !== undefined)) as Fields
}
