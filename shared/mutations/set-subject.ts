import { z } from 'zod'
import { TicketId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { Line } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onTicket, recordEvent } from './parts/events.ts'

/** Says what a ticket is about. The words of the event stay out: facts hold no text of people. */
export const setSubject = defineMutation({
  name: 'ticket.setSubject',
  args: z.strictObject({ ticketId: TicketId, subject: Line, seen: Line }),
  reads: ({ ticketId }) => ({ ticket: one('tickets', ticketId) }),
  may: () => true,
  plan: ({ ticket }, { subject }, context) =>
    ticket.subject === subject
      ? []
      : [
          ...patchChanged('tickets', ticket, { subject }),
          recordEvent(context, { place: onTicket(ticket), type: 'ticket.subject-changed', facts: {} }),
        ],
  conflict: ({ ticket }, { ticketId, subject, seen }) =>
    conflictOf('changed-since', [
      { table: 'tickets', id: ticketId, field: 'subject', seen, mine: subject, theirs: ticket.subject },
    ]),
  describe: ({ subject }) => ({ key: 'describe.setSubject', values: { subject } }),
  insist: ({ ticket }, args) => ({ ...args, seen: ticket.subject }),
  adjust: (args, values) =>
    Object.hasOwn(values, 'subject') ? { ...args, subject: values['subject'] } : null,
  invert: ({ ticket }, { ticketId, subject }) =>
    ticket.subject === subject
      ? null
      : { name: 'ticket.setSubject', args: { ticketId, subject: ticket.subject, seen: subject } },
  coalesceKey: ({ ticketId }) => `ticket.setSubject:${ticketId}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})
