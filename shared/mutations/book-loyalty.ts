import { z } from 'zod'
import { CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { balanceOf } from '../rules/cases/loyalty.ts'
import { maySupervise } from '../rules/supervising.ts'
import { authorOf, defineMutation, insert, isAutomation, many, maybe, one } from './define.ts'
import { Line } from './parts/args.ts'
import { onCase } from './parts/cases.ts'
import { recordEvent } from './parts/events.ts'

const MOST_POINTS = 1_000_000_000

/**
 * A line in a customer's points: used by the customer, or put right by a supervisor. Using more than there is is refused
 * by whoever holds the whole ledger, the hub in the end.
 */
export const bookLoyalty = defineMutation({
  name: 'loyalty.book',
  args: z.strictObject({
    entryId: RowId,
    customerId: CustomerId,
    ticketId: TicketId.nullable(),
    points: z.int().min(-MOST_POINTS).max(MOST_POINTS),
    reason: z.enum(['redeemed', 'adjusted']),
    note: Line.nullable(),
  }),
  reads: ({ entryId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('loyaltyEntries', entryId),
    entries: many('loyaltyEntries', { customerId }),
  }),
  may: (actor, { existing, entries }, { points, reason }) => {
    if (existing) return true
    const isAllowed = reason === 'redeemed' ? points < 0 : isAutomation(actor) || maySupervise(actor.role)
    return isAllowed && points !== 0 && (points > 0 || balanceOf(entries) + points >= 0)
  },
  plan: ({ existing }, { entryId, ...entry }, context) =>
    existing
      ? []
      : [
          insert('loyaltyEntries', {
            ...entry,
            id: entryId,
            sourceId: null,
            byId: authorOf(context),
            atMs: context.nowMs,
          }),
          recordEvent(context, {
            place: onCase(entry),
            type: `loyalty.${entry.reason}`,
            facts: { entryId, points: entry.points },
          }),
        ],
  describe: ({ points }) => ({ key: 'describe.bookLoyalty', values: { points } }),
})
