import { dynamicText } from './dynamic-text.ts'
import { formLabel } from './form-labels.ts'
import { spokenField } from './ticket-field-lines.ts'

/** Records of values whose names are people's own: `environment.os` is called by what follows the dot. */
const KEYED = /^(?:environment|fields)\.(?<name>.+)$/u

/** A field as people call it: by the locale, by its own name, or as the row does. */
export const fieldName = (field: string): string => knownFieldName(field) ?? field

/** The same; null where people have no name for it. */
export function knownFieldName(field: string): string | null {
  const own = KEYED.exec(field)?.groups?.['name']
  return (
    dynamicText(`field.${field}`) ??
    (own === undefined ? null : (formLabel(own) ?? dynamicText(`ticketField.${own}`) ?? spokenField(own)))
  )
}
