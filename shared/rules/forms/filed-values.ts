import type { FormField, TicketFormRow } from '../../domain/forms.ts'
import type { Fields } from '../../domain/values.ts'
import { fieldsOfKind, isEmpty, typeOf, valueFrom } from './ticket-fields.ts'
import type { FieldValue } from './ticket-fields.ts'

const folded = (text: string): string => text.trim().toLowerCase()

/** An option by its key or by what it is called in any language. */
const optionFor = ({ options }: FormField, said: string): string | undefined =>
  options.find(
    ({ key, label }) => key === said || Object.values(label).some(words => folded(words) === folded(said)),
  )?.key

/** The value a field keeps for what a form elsewhere says; what fits no field stays as it was said: nothing is lost. */
function filedValue(field: FormField | undefined, said: FieldValue): FieldValue {
  if (!field || typeof said !== 'string') return said
  if (typeOf(field) === 'choice') return optionFor(field, said) ?? said
  const value = valueFrom(field, said)
  return value === undefined ? said : value
}

/** What another system says about a ticket, as the fields of its kinds keep it. */
export function filedValues(
  forms: readonly Pick<TicketFormRow, 'kind' | 'items'>[],
  kinds: readonly string[],
  said: Fields,
): Fields {
  const items = kinds.flatMap(kind => fieldsOfKind(forms, kind))
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) => {
      const kept = filedValue(
        items.find(({ key }) => key === name),
        value,
      )
      return isEmpty(kept) ? [] : [[name, kept]]
    }),
  )
}
