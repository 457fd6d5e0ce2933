import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { RELATION_KINDS } from '../domain/relations.ts'
import { defineMutation, maybe, one, remove } from './define.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Takes away a relation that was never so; one that is gone already is no trouble. What is over is ended instead. */
export const removeRelation = defineMutation({
  name: 'relation.remove',
  args: z.strictObject({ relationId: RowId, customerId: CustomerId }),
  reads: ({ relationId, customerId }) => ({
    customer: one('customers', customerId),
    relation: maybe('relations', relationId),
  }),
  may: (_actor, { customer, relation }) => relation === null || relation.customerId === customer.id,
  plan: ({ relation }, { relationId, customerId }, context) =>
    relation
      ? [
          remove('relations', relationId),
          recordEvent(context, {
            place: onCustomer(customerId),
            type: 'relation.removed',
            facts: { relation: relation.kind },
          }),
        ]
      : [],
  describe: () => ({ key: 'describe.removeRelation', values: {} }),
  invert: ({ relation }, { relationId, customerId }) => {
    const kind = RELATION_KINDS.find(known => known === relation?.kind)
    if (!relation || !kind) return null
    const { otherCustomerId, otherName, note, sinceMs } = relation
    return {
      name: 'relation.add',
      args: { relationId, customerId, otherCustomerId, otherName, kind, note, sinceMs },
    }
  },
})
