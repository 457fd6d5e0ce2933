import { z } from 'zod'
import { CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { balanceOf } from '../rules/cases/loyalty.ts'
import { maySupervise } from '../rules/supervising.ts'
import { authorOf, defineMutation, insert, isAutomation, maybe, one } from './define.ts'
import { Line } from './parts/args.ts'
import { onCase } from './parts/cases.ts'
import { recordEvent } from './parts/events.ts'
import { personReads, rowsOfPerson } from './parts/person-reads.ts'

const MOST_POINTS = 1_000_000_000

/**
 * A line in a customer's points: used by the customer, or put right by a supervisor. Using more than there is is refused
 * by whoever holds the whole ledger, all records of the person's, the hub in the end.
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
  }),
  alsoReads: (rows, { customerId }) => personReads(rows, customerId, ['loyaltyEntries']),
  may: (actor, rows, { points, reason }) => {
    if (rows.existing) return true
    const balance = balanceOf(rowsOfPerson(rows, 'loyaltyEntries'))
    const isAllowed = reason === 'redeemed' ? points < 0 : isAutomation(actor) || maySupervise(actor.role)
    return isAllowed && points !== 0 && (points > 0 || balance + points >= 0)
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
