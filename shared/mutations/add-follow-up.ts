import { z } from 'zod'
import { AgentId, CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { Channel } from '../domain/values.ts'
import { defineMutation, insert, maybe, one } from './define.ts'
import { Line, Moment, Prose } from './parts/args.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Something to come back to with this customer, with a due time and an owner. */
export const addFollowUp = defineMutation({
  name: 'followUp.add',
  args: z.strictObject({
    followUpId: RowId,
    customerId: CustomerId,
    ticketId: TicketId.nullable(),
    title: Line,
    reason: Prose.nullable(),
    channel: Channel.nullable(),
    dueAtMs: Moment,
    ownerId: AgentId.nullable(),
    /** The canned text it is to be written with. Left out: none. */
    macroId: RowId.nullable().optional(),
  }),
  reads: ({ followUpId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('followUps', followUpId),
  }),
  may: () => true,
  plan: ({ existing }, { followUpId, macroId = null, ...given }, context) =>
    existing
      ? []
      : [
          insert('followUps', {
            ...given,
            macroId,
            id: followUpId,
            state: 'open',
            outcome: null,
            createdAtMs: context.nowMs,
            completedAtMs: null,
          }),
          recordEvent(context, {
            place: onCustomer(given.customerId, given.ticketId),
            type: 'follow-up.added',
            facts: { followUpId, dueAtMs: given.dueAtMs },
          }),
        ],
  describe: ({ title }) => ({ key: 'describe.addFollowUp', values: { title } }),
  invert: ({ existing }, { followUpId }) =>
    existing
      ? null
      : { name: 'followUp.complete', args: { followUpId, state: 'cancelled', outcome: null, seen: 'open' } },
})
