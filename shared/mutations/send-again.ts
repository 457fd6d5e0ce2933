import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import type { Message } from '../domain/tickets.ts'
import { defineMutation, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { isCarried } from './parts/outgoing.ts'

/** It waits for its channel, or has arrived: what is asked for is so already. */
const IS_SO: ReadonlySet<string> = new Set(['queued', 'delivered'])

/** The message goes to its channel as it is, under the id that receivers know it by: whoever has it already can tell. */
const leavesAgain = ({ delivery }: Message, seen: string): boolean =>
  !IS_SO.has(delivery) && (delivery === 'unknown' || delivery === seen)

/**
 * Sends a message again of which nobody knows whether it has left, or which came back: same words, receivers, files and
 * Message-ID. Whoever decided otherwise first is asked about, and one that may have left again with a lost history stays
 * unknown.
 */
export const sendAgain = defineMutation({
  name: 'message.sendAgain',
  args: z.strictObject({
    messageId: RowId,
    /** How far it had come when the agent looked. */
    seen: SeenValue,
  }),
  reads: ({ messageId }) => ({ message: one('messages', messageId) }),
  may: (_actor, { message }) => message.direction === 'out' && isCarried(message.channel),
  plan: ({ message }, { seen }, context) =>
    context.mayHaveLeft || !leavesAgain(message, seen)
      ? []
      : [
          ...patchChanged('messages', message, { delivery: 'queued', deliveredAtMs: null }),
          recordEvent(context, {
            place: onCustomer(message.customerId, message.ticketId),
            type: 'message.sent-again',
            facts: { messageId: message.id },
          }),
        ],
  conflict: ({ message: { id, delivery } }, { seen }) =>
    IS_SO.has(delivery) || delivery === 'unknown'
      ? null
      : conflictOf('taken', [
          { table: 'messages', id, field: 'delivery', seen, mine: 'queued', theirs: delivery },
        ]),
  describe: () => ({ key: 'describe.sendAgain', values: {} }),
  insist: ({ message }, args) => ({ ...args, seen: message.delivery }),
})
