import { z } from 'zod'
import { CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { NO_ROW } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const MOST_WORDS = 400

/** Nothing about the customer, or about one ticket of theirs, is removed for its age until somebody lifts it. */
export const placeHold = defineMutation({
  name: 'hold.place',
  args: z.strictObject({
    holdId: RowId,
    customerId: CustomerId,
    /** Null: everything about the customer. */
    ticketId: TicketId.nullable(),
    reason: z.string().trim().min(1).max(MOST_WORDS),
  }),
  reads: ({ holdId, customerId, ticketId }) => ({
    customer: one('customers', customerId),
    ticket: maybe('tickets', ticketId ?? NO_ROW),
    existing: maybe('holds', holdId),
  }),
  may: (actor, { ticket }, { customerId, ticketId }) =>
    maySupervise(actor.role) && (ticketId === null || ticket?.customerId === customerId),
  plan: ({ existing }, { holdId, customerId, ticketId, reason }, context) =>
    existing
      ? []
      : [
          insert('holds', {
            id: holdId,
            customerId,
            ticketId,
            reason,
            agentId: authorOf(context),
            placedAtMs: context.nowMs,
          }),
          recordEvent(context, {
            place: onCustomer(customerId, ticketId),
            type: 'hold.placed',
            facts: { holdId },
          }),
        ],
  describe: ({ reason }) => ({ key: 'describe.placeHold', values: { reason: reason.slice(0, 80) } }),
  invert: (_rows, { holdId }) => ({ name: 'hold.lift', args: { holdId } }),
})
