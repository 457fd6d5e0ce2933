import { z } from 'zod'
import { CustomerId } from '../domain/ids.ts'
import { handOn } from '../rules/merged-people/hand-on.ts'
import { givenAwayBy, partCards } from '../rules/merged-people/join-records.ts'
import { defineMutation, maybe, one, patch } from './define.ts'
import { NO_ROW } from './parts/changes.ts'
import { chainAbove, chainReads, changesOf } from './parts/chain-reads.ts'
import { conflictOf } from './parts/conflicts.ts'
import { FIRST_EVENT, onCustomer, recordEvent } from './parts/events.ts'

/**
 * Two records are two people after all. Each has what was written for it, before, meanwhile and since; the card gives
 * back what it took over, where nobody has written anything else since.
 */
export const unmergeCustomer = defineMutation({
  name: 'customer.unmerge',
  args: z.strictObject({
    customerId: CustomerId,
    /** Whom the record was a duplicate of when the agent looked. */
    seen: CustomerId.nullable(),
  }),
  reads: ({ customerId }) => ({ customer: one('customers', customerId) }),
  alsoReads: rows => ({
    into: maybe('customers', rows.customer.mergedIntoId ?? NO_ROW),
    ...chainReads(rows, [rows.customer]),
  }),
  may: () => true,
  plan: (rows, { customerId }, context) => {
    const { customer, into } = rows
    if (customer.mergedIntoId === null) return []
    const places = [customerId, ...(into ? [into.id] : [])]
    const gave = givenAwayBy(customer)
    const above = chainAbove(rows, into)
    return [
      patch('customers', customerId, {
        mergedIntoId: null,
        ...(customer.givenAway === null ? {} : { givenAway: null }),
      }),
      ...(into && gave ? changesOf([into, ...above], handOn(into, partCards(into, gave), above)) : []),
      // Two people again: each history says so.
      ...places.map((id, index) =>
        recordEvent(context, {
          place: onCustomer(id),
          type: 'customer.separated',
          facts: { mergedId: customerId },
          index: FIRST_EVENT + index,
        }),
      ),
    ]
  },
  conflict: ({ customer }, { customerId, seen }) =>
    conflictOf('changed-since', [
      {
        table: 'customers',
        id: customerId,
        field: 'mergedIntoId',
        seen,
        mine: null,
        theirs: customer.mergedIntoId,
      },
    ]),
  describe: () => ({ key: 'describe.unmergeCustomer', values: {} }),
  insist: ({ customer }, args) => ({ ...args, seen: customer.mergedIntoId }),
  invert: ({ customer }, { customerId }) =>
    customer.mergedIntoId === null
      ? null
      : {
          name: 'customer.merge',
          args: {
            customerId,
            intoId: customer.mergedIntoId,
            seen: null,
            takes: givenAwayBy(customer)?.fields.map(({ field, was }) => ({ field, seen: was })) ?? null,
          },
        },
})
