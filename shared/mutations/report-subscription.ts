import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { defineMutation, isAutomation, maybe, one } from './define.ts'
import { Moment } from './parts/args.ts'
import { ContractContent, contractFields } from './parts/record-args.ts'
import { isStale, put } from './parts/reported.ts'

/**
 * A contract as the system says it that keeps them; news that is older than what is known is passed over. A contract
 * never goes from one customer's record to another's.
 */
export const reportSubscription = defineMutation({
  name: 'subscription.report',
  decidedBy: 'hub',
  args: z.strictObject({
    subscriptionId: RowId,
    customerId: CustomerId,
    content: ContractContent,
    saidAtMs: Moment,
  }),
  reads: ({ subscriptionId, customerId }) => ({
    customer: one('customers', customerId),
    known: maybe('subscriptions', subscriptionId),
  }),
  may: (actor, { known }, { customerId }) =>
    isAutomation(actor) && (known === null || known.customerId === customerId),
  plan: ({ known }, { subscriptionId, customerId, content, saidAtMs }, { nowMs }) =>
    isStale(known, saidAtMs)
      ? []
      : put('subscriptions', known, {
          ...contractFields(content),
          id: subscriptionId,
          customerId,
          createdAtMs: known?.createdAtMs ?? nowMs,
          reportedAtMs: saidAtMs,
        }),
  describe: ({ content }) => ({
    key: 'describe.reportSubscription',
    values: { name: content.name.slice(0, 80) },
  }),
})
