import type { Customer } from '../../shared/domain/people.ts'
import type { Relation, RelationKind } from '../../shared/domain/relations.ts'
import type { JoinedField } from '../../shared/rules/merged-people/join-records.ts'
import { now } from '../lib/clock.ts'
import { makeId } from '../lib/make-id.ts'
import { act } from './use-action.ts'

type Merge = {
  readonly stays: Customer
  readonly goes: Customer
  /** Fields of the card that are taken from the record that goes. */
  readonly taken: readonly JoinedField[]
}

/** Two records are one person; with it, what the card says from now on. Separating them gives it back. */
export function mergePeople({ stays, goes, taken }: Merge) {
  return act('customer.merge', {
    customerId: goes.id,
    intoId: stays.id,
    seen: goes.mergedIntoId,
    takes: taken.map(field => ({ field, seen: stays[field] })),
  })
}

export const separate = ({ id, mergedIntoId }: Customer) =>
  act('customer.unmerge', { customerId: id, seen: mergedIntoId })

/** What is written down of a relation. */
export type RelationWords = {
  readonly kind: RelationKind
  readonly note: string | null
  readonly sinceMs: number | null
}
type NewRelation = RelationWords & {
  readonly customerId: string
  readonly otherCustomerId: string | null
  readonly otherName: string | null
}
export const addRelation = (relation: NewRelation) =>
  act('relation.add', { relationId: makeId(), ...relation })

export const editRelation = ({ id, kind, note, sinceMs }: Relation, words: RelationWords) =>
  act('relation.edit', {
    relationId: id,
    fields: [
      { field: 'kind', seen: kind, value: words.kind },
      { field: 'note', seen: note, value: words.note },
      { field: 'sinceMs', seen: sinceMs, value: words.sinceMs },
    ],
  })

export const endRelation = ({ id, endedAtMs: seen }: Relation) =>
  act('relation.end', { relationId: id, endedAtMs: seen === null ? now() : null, seen })

export const removeRelation = ({ id, customerId }: Relation) =>
  act('relation.remove', { relationId: id, customerId })
