import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { defineMutation, isAutomation, maybe, one } from './define.ts'
import { Line } from './parts/args.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'
import { onTicket, recordEvent } from './parts/events.ts'

/** Why somebody was not written to. */
const Reason = z.string().max(50)
const Step = z.discriminatedUnion('what', [
  /** Goes with the message it counts, in one transaction. */
  z.strictObject({ what: z.literal('told'), messageId: RowId }),
  z.strictObject({ what: z.literal('left'), ticketId: TicketId, eventId: RowId, reason: Reason, code: Line }),
  /** Everybody was looked at; so many more were left out without a ticket to say it in. */
  z.strictObject({ what: z.literal('over'), left: z.int().min(0) }),
])
type Step = z.infer<typeof Step>

const messageOf = (step: Step): string => (step.what === 'told' ? step.messageId : NO_ROW)
const ticketOf = (step: Step): string => (step.what === 'left' ? step.ticketId : NO_ROW)
const eventOf = (step: Step): string => (step.what === 'left' ? step.eventId : NO_ROW)

/**
 * The hub writes to one of those an update to all was asked for, leaves one out and says so in the ticket, or is done.
 * Done twice it counts once: a message or event that is there already was counted when it was made.
 */
export const restTold = defineMutation({
  name: 'knownIssue.restTold',
  decidedBy: 'hub',
  args: z.strictObject({ updateId: RowId, step: Step }),
  reads: ({ updateId, step }) => ({
    update: one('issueUpdates', updateId),
    message: maybe('messages', messageOf(step)),
    ticket: maybe('tickets', ticketOf(step)),
    event: maybe('events', eventOf(step)),
  }),
  may: actor => isAutomation(actor),
  plan: ({ update, message, ticket, event }, { step }, context) => {
    const { restState, restTold: told, restLeft: left, issueId } = update
    if (restState !== 'requested') return []
    switch (step.what) {
      case 'told':
        return message ? [] : patchChanged('issueUpdates', update, { restTold: (told ?? 0) + 1 })
      case 'left': {
        if (!ticket || event) return []
        const facts = { issueId, issue: step.code, reason: step.reason }
        const said = recordEvent(context, { place: onTicket(ticket), type: 'ticket.update-left', facts })
        return [
          ...patchChanged('issueUpdates', update, { restLeft: (left ?? 0) + 1 }),
          ...(said.how === 'insert'
            ? [{ ...said, id: step.eventId, row: { ...said.row, id: step.eventId } }]
            : []),
        ]
      }
      case 'over':
        return patchChanged('issueUpdates', update, {
          restState: 'done',
          restLeft: (left ?? 0) + step.left,
          restPlan: null,
        })
    }
  },
  describe: () => ({ key: 'describe.restTold', values: {} }),
})
