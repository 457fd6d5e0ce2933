import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { defineMutation, many, maybe, one, remove } from './define.ts'
import { Prose } from './parts/args.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onTicket, recordEvent } from './parts/events.ts'

/** Takes an own note away again: how an added note is undone after it left. One that was edited since is asked about. */
export const removeNote = defineMutation({
  name: 'note.remove',
  args: z.strictObject({ noteId: RowId, ticketId: TicketId, seen: Prose }),
  reads: ({ noteId, ticketId }) => ({ ticket: one('tickets', ticketId), note: maybe('notes', noteId) }),
  alsoReads: (_rows, { noteId }) => ({ files: many('attachments', { noteId }) }),
  may: (actor, { note }, { ticketId }) =>
    note === null || (note.authorId === actor.id && note.ticketId === ticketId),
  plan: ({ ticket, note, files }, _args, context) =>
    note === null
      ? []
      : [
          ...files.map(file => remove('attachments', file.id)),
          remove('notes', note.id),
          recordEvent(context, { place: onTicket(ticket), type: 'note.removed', facts: {} }),
        ],
  conflict: ({ note }, { seen }) =>
    note === null
      ? null
      : conflictOf('changed-since', [
          { table: 'notes', id: note.id, field: 'body', seen, mine: null, theirs: note.body },
        ]),
  describe: () => ({ key: 'describe.removeNote', values: {} }),
  insist: ({ note }, args) => ({ ...args, seen: note?.body ?? args.seen }),
})
