import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, isAutomation, one } from './define.ts'
import { Moment } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const Outcome = z.enum(['accepted', 'delivered', 'bounced', 'unknown'])

/** How sure each is: news that comes late or twice never takes a message back a step. */
const RANK: Readonly<Record<string, number>> = {
  none: 0,
  other: 0,
  queued: 1,
  unknown: 2,
  accepted: 3,
  delivered: 4,
  bounced: 5,
}
const rankOf = (delivery: string): number => RANK[delivery] ?? 0

/**
 * What a channel says became of an outgoing message: the carrier has it, it arrived, it came back, or nobody knows.
 * Only the hub's channels say so.
 */
export const trackMessage = defineMutation({
  name: 'message.track',
  decidedBy: 'hub',
  args: z.strictObject({
    messageId: RowId,
    delivery: Outcome,
    /** By the channel's word, ms. */
    atMs: Moment,
    /** Code of the channel, for example an enhanced mail status; null when it gave none. */
    code: z.string().max(100).nullable(),
  }),
  reads: ({ messageId }) => ({ message: one('messages', messageId) }),
  may: (actor, { message }) => isAutomation(actor) && message.direction === 'out',
  plan: ({ message }, { delivery, atMs, code }, context) => {
    if (rankOf(delivery) <= rankOf(message.delivery)) return []
    const isOver = delivery === 'delivered' || delivery === 'bounced'
    const facts = { messageId: message.id, code }
    return [
      ...patchChanged('messages', message, {
        delivery,
        deliveredAtMs: isOver ? atMs : message.deliveredAtMs,
      }),
      ...(delivery === 'bounced'
        ? [
            recordEvent(context, {
              place: onCustomer(message.customerId, message.ticketId),
              type: 'message.bounced',
              facts,
            }),
          ]
        : []),
    ]
  },
  describe: ({ delivery }) => ({ key: 'describe.trackMessage', values: { delivery } }),
})
