import { z } from 'zod'
import { FEEDBACK_KINDS } from '../domain/feedback.ts'
import { CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { PersonName, Prose } from './parts/args.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Writes down what a customer said about us: about the experience or about a product. */
export const addFeedback = defineMutation({
  name: 'feedback.add',
  args: z.strictObject({
    feedbackId: RowId,
    customerId: CustomerId,
    ticketId: TicketId.nullable(),
    kind: z.enum(FEEDBACK_KINDS),
    area: PersonName,
    productId: RowId.nullable(),
    text: Prose,
    /** Left out by older versions: they said it of themselves. */
    watched: Prose.nullable().optional(),
  }),
  reads: ({ feedbackId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('feedback', feedbackId),
  }),
  may: () => true,
  plan: ({ customer, existing }, { feedbackId, watched = null, ...given }, context) =>
    existing
      ? []
      : [
          insert('feedback', {
            ...given,
            id: feedbackId,
            productId: given.kind === 'product' ? given.productId : null,
            watched: given.kind === 'product' ? watched : null,
            valueMinor: customer.yearlyValueMinor,
            currency: customer.currency,
            state: 'open',
            createdBy: authorOf(context),
            createdAtMs: context.nowMs,
          }),
          recordEvent(context, {
            place: {
              ...onCustomer(given.customerId, given.ticketId),
              kind: given.kind === 'product' ? 'support' : 'service',
            },
            type: 'feedback.added',
            facts: { feedbackId, feedbackKind: given.kind, area: given.area },
          }),
        ],
  describe: ({ kind, area }) => ({ key: 'describe.addFeedback', values: { feedbackKind: kind, area } }),
  invert: ({ existing }, { feedbackId }) =>
    existing ? null : { name: 'feedback.setState', args: { feedbackId, state: 'declined', seen: 'open' } },
})
