import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import { mergeRefusal } from '../rules/merged-people/families.ts'
import { defineMutation, maybe, one } from './define.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const MergeArgs = z
  .strictObject({
    customerId: CustomerId,
    intoId: CustomerId,
    /** Whom the record was a duplicate of when the agent looked; mostly nobody. */
    seen: CustomerId.nullable(),
  })
  .refine(({ customerId, intoId }) => customerId !== intoId, { error: 'a record is not its own duplicate' })

/**
 * Says that two records are the same person. Nothing moves: what was written for either stays with its record, and
 * whoever asks for one is answered for both. So taking it back gives exactly what was there, whatever came since.
 */
export const mergeCustomer = defineMutation({
  name: 'customer.merge',
  args: MergeArgs,
  reads: ({ customerId, intoId }) => ({
    customer: one('customers', customerId),
    into: one('customers', intoId),
  }),
  alsoReads: ({ into }) => ({ above: maybe('customers', into.mergedIntoId ?? NO_ROW) }),
  may: (_actor, rows) => mergeRefusal(rows) !== 'too-deep',
  plan: (rows, { intoId }, context) => {
    const { customer } = rows
    const changes = mergeRefusal(rows) ? [] : patchChanged('customers', customer, { mergedIntoId: intoId })
    if (changes.length === 0) return []
    return [
      ...changes,
      recordEvent(context, {
        place: onCustomer(intoId),
        type: 'customer.merged',
        facts: { mergedId: customer.id },
      }),
    ]
  },
  conflict: ({ customer }, { customerId, intoId, seen }) =>
    conflictOf('changed-since', [
      {
        table: 'customers',
        id: customerId,
        field: 'mergedIntoId',
        seen,
        mine: intoId,
        theirs: customer.mergedIntoId,
      },
    ]),
  describe: () => ({ key: 'describe.mergeCustomer', values: {} }),
  insist: ({ customer }, args) => ({ ...args, seen: customer.mergedIntoId }),
  invert: ({ customer }, { customerId, intoId }) => {
    if (customer.mergedIntoId === intoId) return null
    return customer.mergedIntoId === null
      ? { name: 'customer.unmerge', args: { customerId, seen: intoId } }
      : { name: 'customer.merge', args: { customerId, intoId: customer.mergedIntoId, seen: intoId } }
  },
})
