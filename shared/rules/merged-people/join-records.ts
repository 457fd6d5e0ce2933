import type { Customer } from '../../domain/people.ts'

/** Fields of the card where one record's word can be taken instead of the other's. */
export const JOINED_FIELDS = [
  'name',
  'jobTitle',
  'organisationId',
  'tier',
  'language',
  'timeZone',
  'preferredChannel',
  'journeyStage',
] as const
export type JoinedField = (typeof JOINED_FIELDS)[number]
type Card = Pick<Customer, JoinedField | 'facts' | 'labels'>

/** A value of a newer version is not ours to write. */
const isSaid = (value: string | null): value is string =>
  value !== null && value.trim() !== '' && value !== 'other'

/** Where the two say different things, and the one that goes says something. */
export const differingFields = (stays: Card, goes: Card): readonly JoinedField[] =>
  JOINED_FIELDS.filter(field => isSaid(goes[field]) && goes[field] !== stays[field])

/** What is taken unless somebody says otherwise: what only the record that goes knows. */
export const takenByDefault = (stays: Card, goes: Card): readonly JoinedField[] =>
  differingFields(stays, goes).filter(field => !isSaid(stays[field]))

export type JoinedEdit = {
  readonly fields: readonly {
    readonly field: JoinedField
    readonly seen: string | null
    readonly value: string
  }[]
  readonly facts: { readonly seen: string; readonly value: string } | null
  readonly labels: { readonly seen: readonly string[]; readonly value: readonly string[] } | null
}

/**
 * How the card of the record that stays changes: the chosen fields, labels of both, and the words of both below each
 * other. Null when nothing does.
 */
export function joinedEdit(stays: Card, goes: Card, taken: readonly JoinedField[]): JoinedEdit | null {
  const fields = differingFields(stays, goes).flatMap(field => {
    const value = goes[field]
    return taken.includes(field) && isSaid(value) ? [{ field, seen: stays[field], value }] : []
  })
  const words = goes.facts.trim()
  const facts =
    words === '' || stays.facts.includes(words)
      ? null
      : { seen: stays.facts, value: [stays.facts.trim(), words].filter(Boolean).join('\n') }
  const added = goes.labels.filter(label => !stays.labels.includes(label))
  const labels = added.length === 0 ? null : { seen: stays.labels, value: [...stays.labels, ...added] }
  return fields.length === 0 && facts === null && labels === null ? null : { fields, facts, labels }
}
