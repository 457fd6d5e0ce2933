import { z } from 'zod'
import { CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { ELSEWHERE } from '../rules/experience/elsewhere.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { Line, Moment } from './parts/args.ts'
import { onCustomer } from './parts/events.ts'

/** Notes a bad experience that a customer had where this console does not look: it counts as one more. */
export const reportExperience = defineMutation({
  name: 'experience.report',
  args: z.strictObject({
    momentId: RowId,
    customerId: CustomerId,
    ticketId: TicketId.nullable(),
    place: z.enum(ELSEWHERE),
    words: Line,
    atMs: Moment,
  }),
  reads: ({ momentId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('events', momentId),
  }),
  may: () => true,
  plan: ({ existing }, { momentId, customerId, ticketId, place, words, atMs }, context) =>
    existing
      ? []
      : [
          insert('events', {
            ...onCustomer(customerId, ticketId),
            kind: 'service',
            id: momentId,
            type: 'experience.negative',
            actorId: authorOf(context),
            facts: { cause: place, words },
            // Nothing of tomorrow was bad already.
            atMs: Math.min(atMs, context.nowMs),
          }),
        ],
  describe: () => ({ key: 'describe.reportExperience', values: {} }),
  invert: ({ existing }, { momentId }) =>
    existing ? null : { name: 'experience.takeBack', args: { momentId } },
})
