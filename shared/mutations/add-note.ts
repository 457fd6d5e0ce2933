import { z } from 'zod'
import { RowId, ThreadId, TicketId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, isAutomation, many, maybe, one } from './define.ts'
import { touchThreads } from './parts/activity.ts'
import { AttachmentArgs, Prose } from './parts/args.ts'
import { attachFiles } from './parts/attachments.ts'

/** Words for colleagues, never for the customer. Append-only; allowed on closed tickets too. */
export const addNote = defineMutation({
  name: 'note.add',
  args: z.strictObject({
    noteId: RowId,
    ticketId: TicketId,
    /** Null: the note belongs to both threads. */
    threadId: ThreadId.nullable(),
    body: Prose,
    attachments: AttachmentArgs,
  }),
  reads: ({ noteId, ticketId }) => ({ ticket: one('tickets', ticketId), existing: maybe('notes', noteId) }),
  alsoReads: ({ ticket }) => ({ threads: many('threads', { ticketId: ticket.id }) }),
  may: (_actor, { threads }, { threadId }) =>
    threadId === null || threads.some(thread => thread.id === threadId),
  plan: ({ ticket, existing, threads }, { noteId, threadId, body, attachments }, context) => {
    if (existing) return []
    const { id: ticketId, customerId } = ticket
    return [
      insert('notes', {
        id: noteId,
        ticketId,
        customerId,
        threadId,
        authorKind: isAutomation(context.actor) ? 'automation' : 'agent',
        authorId: authorOf(context),
        body,
        createdAtMs: context.nowMs,
        editedAtMs: null,
      }),
      ...attachFiles({ ticketId, customerId }, { noteId }, attachments),
      ...touchThreads(threads, context.nowMs),
    ]
  },
  invert: ({ existing }, { noteId, ticketId, body }) =>
    existing ? null : { name: 'note.remove', args: { noteId, ticketId, seen: body } },
  describe: ({ body }) => ({ key: 'describe.addNote', values: { excerpt: body.slice(0, 80) } }),
})
