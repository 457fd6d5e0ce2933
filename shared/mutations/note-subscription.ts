import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { defineMutation, insert, maybe, one } from './define.ts'
import { NO_ROW } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { ContractContent, contractFields } from './parts/record-args.ts'

/** A contract the customer has that nobody had written down. */
export const noteSubscription = defineMutation({
  name: 'subscription.note',
  args: z.strictObject({ subscriptionId: RowId, customerId: CustomerId, content: ContractContent }),
  reads: ({ subscriptionId, customerId, content }) => ({
    customer: one('customers', customerId),
    product: maybe('products', content.productId ?? NO_ROW),
    existing: maybe('subscriptions', subscriptionId),
  }),
  may: (_actor, { product }, { content }) => content.productId === null || product !== null,
  plan: ({ existing }, { subscriptionId, customerId, content }, context) =>
    existing
      ? []
      : [
          insert('subscriptions', {
            ...contractFields(content),
            id: subscriptionId,
            customerId,
            createdAtMs: context.nowMs,
            reportedAtMs: null,
          }),
          recordEvent(context, {
            place: onCustomer(customerId),
            type: 'contract.noted',
            facts: { subscriptionId },
          }),
        ],
  describe: ({ content }) => ({
    key: 'describe.noteSubscription',
    values: { name: content.name.slice(0, 80) },
  }),
})
