import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/**
 * An agent knows that a message has left of which the hub does not: from the customer, or from their own mail program.
 * What a channel says, or a colleague who sent it again, stands above it.
 */
export const settleMessage = defineMutation({
  name: 'message.settle',
  args: z.strictObject({
    messageId: RowId,
    /** False takes it back: nobody knows. */
    hasLeft: z.boolean(),
  }),
  reads: ({ messageId }) => ({ message: one('messages', messageId) }),
  may: (_actor, { message }) => message.direction === 'out',
  plan: ({ message }, { hasLeft }, context) =>
    message.delivery !== (hasLeft ? 'unknown' : 'accepted')
      ? []
      : [
          ...patchChanged('messages', message, { delivery: hasLeft ? 'accepted' : 'unknown' }),
          recordEvent(context, {
            place: onCustomer(message.customerId, message.ticketId),
            type: hasLeft ? 'message.settled' : 'message.unsettled',
            facts: { messageId: message.id },
          }),
        ],
  describe: ({ hasLeft }) => ({
    key: hasLeft ? 'describe.settleMessage' : 'describe.unsettleMessage',
    values: {},
  }),
  invert: ({ message }, { messageId, hasLeft }) =>
    message.delivery === (hasLeft ? 'unknown' : 'accepted')
      ? { name: 'message.settle', args: { messageId, hasLeft: !hasLeft } }
      : null,
})
