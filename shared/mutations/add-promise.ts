import { z } from 'zod'
import { AgentId, CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { defineMutation, insert, maybe, one } from './define.ts'
import { Line, Moment } from './parts/args.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** What an agent told a customer would happen by when; the kept rate is a metric. */
export const addPromise = defineMutation({
  name: 'promise.add',
  args: z.strictObject({
    promiseId: RowId,
    customerId: CustomerId,
    ticketId: TicketId.nullable(),
    promise: Line,
    dueAtMs: Moment,
    ownerId: AgentId.nullable(),
  }),
  reads: ({ promiseId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('promises', promiseId),
  }),
  may: () => true,
  plan: ({ existing }, { promiseId, ...given }, context) =>
    existing
      ? []
      : [
          insert('promises', {
            ...given,
            id: promiseId,
            state: 'open',
            createdAtMs: context.nowMs,
            closedAtMs: null,
          }),
          recordEvent(context, {
            place: onCustomer(given.customerId, given.ticketId),
            type: 'promise.added',
            facts: { promiseId, dueAtMs: given.dueAtMs },
          }),
        ],
  describe: ({ promise }) => ({ key: 'describe.addPromise', values: { promise } }),
  invert: ({ existing }, { promiseId }) =>
    existing ? null : { name: 'promise.keep', args: { promiseId, outcome: 'withdrawn', seen: 'open' } },
})
