import type { FormField } from '../../shared/domain/forms.ts'
import type { Fields } from '../../shared/domain/values.ts'
import { keyedValue } from '../../shared/mutations/parts/keyed-fields.ts'
import { typedOf, valueFrom } from '../../shared/rules/forms/ticket-fields.ts'
import { decimalMark } from '../lib/format.ts'
import { act } from './use-action.ts'

/** What was typed, by the name of the field. */
export type Typed = Readonly<Record<string, string>>
type Asked = Pick<FormField, 'key' | 'type' | 'options'>

/** Fields whose text was changed to something that does not fit them. */
export const unfitting = (asked: readonly Asked[], seen: Fields, typed: Typed): readonly string[] =>
  asked
    .filter(field => {
      const text = typed[field.key]
      const mark = decimalMark()
      const isNew = text !== undefined && text !== typedOf(seen[field.key], mark)
      return isNew && valueFrom(field, text, mark) === undefined
    })
    .map(({ key }) => key)

/** What differs from what stood there, a field each. */
export const fieldEdits = (asked: readonly Asked[], seen: Fields, typed: Typed) =>
  asked.flatMap(field => {
    const text = typed[field.key]
    const mark = decimalMark()
    if (text === undefined || text === typedOf(seen[field.key], mark)) return []
    const value = valueFrom(field, text, mark)
    const before = keyedValue(seen, field.key)
    return value === undefined || value === before ? [] : [{ name: field.key, seen: before, value }]
  })

export const setFields = (ticketId: string, fields: ReturnType<typeof fieldEdits>) =>
  fields.length === 0 ? Promise.resolve(null) : act('ticket.setFields', { ticketId, fields: [...fields] })
