import { z } from 'zod'
import { CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { OPEN_RETURN_STATES, RETURN_KINDS } from '../domain/values.ts'
import { returnNumber } from '../rules/return-number.ts'
import { defineMutation, insert, many, maybe, one } from './define.ts'
import { Line } from './parts/args.ts'
import { NO_ROW } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const LineArg = z.strictObject({
  orderLineId: RowId,
  title: Line,
  quantity: z.int().min(1),
  unitMinor: z.int().min(0),
})

/**
 * Asks for a return, refund or exchange. It is only ever a request: who approves it, and what is paid, is decided
 * later. Asks when a colleague has started one for the same order that the agent had not seen.
 */
export const startReturn = defineMutation({
  name: 'return.start',
  args: z.strictObject({
    returnId: RowId,
    customerId: CustomerId,
    ticketId: TicketId.nullable(),
    orderId: RowId.nullable(),
    kind: z.enum(RETURN_KINDS),
    reason: Line.nullable(),
    /** Minor units of `currency`. */
    amountMinor: z.int().min(0),
    currency: z.string().regex(/^[A-Z]{3}$/, 'not an ISO 4217 code'),
    /** Cases of this order the agent saw. */
    seen: z.array(RowId).max(1_000),
    /** What of the order comes back; left out: all of it. */
    lines: z.array(LineArg).max(1_000).optional(),
  }),
  reads: ({ returnId, customerId, orderId }) => ({
    customer: one('customers', customerId),
    order: maybe('orders', orderId ?? NO_ROW),
    existing: maybe('returnCases', returnId),
    others: many('returnCases', { orderId: orderId ?? NO_ROW }),
  }),
  may: (_actor, { order }, { orderId, customerId }) =>
    orderId === null || (order !== null && order.customerId === customerId),
  plan: ({ existing }, { returnId, seen: _seen, lines, ...given }, context) =>
    existing
      ? []
      : [
          insert('returnCases', {
            ...given,
            id: returnId,
            number: returnNumber(returnId),
            state: 'requested',
            createdAtMs: context.nowMs,
            closedAtMs: null,
            lines: lines ?? null,
            decision: null,
          }),
          recordEvent(context, {
            place: { ...onCustomer(given.customerId, given.ticketId), kind: 'service' },
            type: 'return.requested',
            facts: {
              returnId,
              returnKind: given.kind,
              amountMinor: given.amountMinor,
              currency: given.currency,
            },
          }),
        ],
  conflict: ({ existing, others }, { returnId, seen }) => {
    if (existing) return null
    const unseen = others.filter(
      ({ id, state }) => id !== returnId && OPEN_RETURN_STATES.includes(state) && !seen.includes(id),
    )
    if (unseen.length === 0) return null
    const fields = unseen.map(({ id, number }) => ({
      table: 'returnCases' as const,
      id,
      field: 'number',
      seen: null,
      mine: returnNumber(returnId),
      theirs: number,
    }))
    return { reason: 'taken', fields }
  },
  describe: ({ kind }) => ({ key: 'describe.startReturn', values: { kind } }),
  insist: ({ others }, args) => ({ ...args, seen: others.map(({ id }) => id) }),
})
