import { z } from 'zod'
import { CustomerId, RowId } from '../domain/ids.ts'
import { defineMutation, isAutomation, many, maybe, one } from './define.ts'
import { Moment } from './parts/args.ts'
import { OrderContent, OrderLineArgs } from './parts/record-args.ts'
import { isStale, put, putParts } from './parts/reported.ts'

/**
 * An order as the shop says it, with all of its lines; news that is older than what is known is passed over. An order
 * never goes from one customer's record to another's.
 */
export const reportOrder = defineMutation({
  name: 'order.report',
  decidedBy: 'hub',
  args: z.strictObject({
    orderId: RowId,
    customerId: CustomerId,
    content: OrderContent,
    lines: OrderLineArgs,
    saidAtMs: Moment,
  }),
  reads: ({ orderId, customerId }) => ({
    customer: one('customers', customerId),
    known: maybe('orders', orderId),
    lines: many('orderLines', { orderId }),
  }),
  may: (actor, { known }, { customerId }) =>
    isAutomation(actor) && (known === null || known.customerId === customerId),
  plan: ({ known, lines: knownLines }, { orderId, customerId, content, lines, saidAtMs }) => {
    if (isStale(known, saidAtMs)) return []
    return [
      ...put('orders', known, { ...content, id: orderId, customerId, reportedAtMs: saidAtMs }),
      ...putParts(
        'orderLines',
        knownLines,
        lines.map(line => ({ ...line, customerId, orderId })),
      ),
    ]
  },
  describe: ({ content }) => ({
    key: 'describe.reportOrder',
    values: { number: content.number.slice(0, 80) },
  }),
})
