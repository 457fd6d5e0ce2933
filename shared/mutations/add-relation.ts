import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, many, maybe, one } from './define.ts'
import { PersonName } from './parts/args.ts'
import { NO_ROW } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { RelationContent } from './parts/relation-args.ts'

const AddRelationArgs = z
  .strictObject({
    relationId: RowId,
    customerId: CustomerId,
    otherCustomerId: CustomerId.nullable(),
    otherName: PersonName.nullable(),
    ...RelationContent,
  })
  .refine(({ otherCustomerId, otherName }) => (otherCustomerId === null) === (otherName !== null), {
    error: 'a customer or a name',
  })
  .refine(({ customerId, otherCustomerId }) => customerId !== otherCustomerId, {
    error: 'nobody is related to themselves',
  })

/** Who somebody is to a customer: a union, so saying the same twice gives one relation. */
export const addRelation = defineMutation({
  name: 'relation.add',
  args: AddRelationArgs,
  reads: ({ relationId, customerId, otherCustomerId }) => ({
    customer: one('customers', customerId),
    other: maybe('customers', otherCustomerId ?? NO_ROW),
    existing: maybe('relations', relationId),
    known: many('relations', { customerId }),
  }),
  may: (_actor, { other }, { otherCustomerId, otherName }) =>
    otherCustomerId === null ? (otherName ?? '').trim() !== '' : other !== null,
  plan: ({ existing, known }, { relationId, ...given }, context) => {
    const isKnown = known.some(
      row =>
        row.endedAtMs === null &&
        row.kind === given.kind &&
        row.otherCustomerId === given.otherCustomerId &&
        row.otherName === given.otherName,
    )
    if (existing || isKnown) return []
    return [
      insert('relations', {
        ...given,
        id: relationId,
        endedAtMs: null,
        createdBy: authorOf(context),
        createdAtMs: context.nowMs,
      }),
      recordEvent(context, {
        place: onCustomer(given.customerId),
        type: 'relation.added',
        facts: { relationId, relation: given.kind },
      }),
    ]
  },
  describe: ({ kind }) => ({ key: 'describe.addRelation', values: { relation: kind } }),
  invert: ({ existing }, { relationId, customerId }) =>
    existing ? null : { name: 'relation.remove', args: { relationId, customerId } },
})
