import { z } from 'zod'
import { AgentId, CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { BAD_MOMENTS } from '../rules/experience/bad-moments.ts'
import { defineMutation, insert, maybe, one } from './define.ts'
import { Line, Moment, Prose } from './parts/args.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Answers a bad experience before the second: a follow-up in the service pane that is known as its recovery. */
export const planRecovery = defineMutation({
  name: 'recovery.plan',
  args: z.strictObject({
    followUpId: RowId,
    customerId: CustomerId,
    ticketId: TicketId.nullable(),
    title: Line,
    reason: Prose.nullable(),
    dueAtMs: Moment,
    ownerId: AgentId.nullable(),
    /** The bad moment it answers, and how many there were. */
    because: z.enum(BAD_MOMENTS),
    count: z.int().min(1),
  }),
  reads: ({ followUpId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('followUps', followUpId),
  }),
  may: () => true,
  plan: ({ existing }, { followUpId, because, count, ...given }, context) =>
    existing
      ? []
      : [
          insert('followUps', {
            ...given,
            id: followUpId,
            channel: null,
            state: 'open',
            outcome: null,
            createdAtMs: context.nowMs,
            completedAtMs: null,
            macroId: null,
          }),
          recordEvent(context, {
            place: onCustomer(given.customerId, given.ticketId),
            type: 'recovery.planned',
            facts: { followUpId, because, count, dueAtMs: given.dueAtMs },
          }),
        ],
  describe: ({ title }) => ({ key: 'describe.planRecovery', values: { title } }),
  invert: ({ existing }, { followUpId }) =>
    existing
      ? null
      : { name: 'followUp.complete', args: { followUpId, state: 'cancelled', outcome: null, seen: 'open' } },
})
