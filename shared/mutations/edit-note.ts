import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { Prose } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { isGuest } from '../rules/guests/what-guests-may.ts'
import { merge3 } from './merge3.ts'

/** Never asks: what colleagues changed meanwhile is merged in, and where both changed the same words both stay. */
export const editNote = defineMutation({
  name: 'note.edit',
  args: z.strictObject({ noteId: RowId, seen: Prose, body: Prose }),
  reads: ({ noteId }) => ({ note: one('notes', noteId) }),
  // Colleagues write on in each other's notes; guests only in their own.
  may: (actor, { note }) => !isGuest(actor.role) || note.authorId === actor.id,
  plan: ({ note }, { seen, body }, context) => {
    const merged = merge3({ base: seen, mine: body, theirs: note.body })
    if (merged.text === note.body) return []
    const place = { ...onCustomer(note.customerId, note.ticketId), threadId: note.threadId }
    return [
      ...patchChanged('notes', note, { body: merged.text, editedAtMs: context.nowMs }),
      ...(merged.overlaps > 0
        ? [
            recordEvent(context, {
              place,
              type: 'note.both-kept',
              facts: { noteId: note.id, places: merged.overlaps },
            }),
          ]
        : []),
    ]
  },
  describe: ({ body }) => ({ key: 'describe.editNote', values: { excerpt: body.slice(0, 80) } }),
  invert: ({ note }, { noteId, seen, body }) => ({
    name: 'note.edit',
    args: { noteId, seen: merge3({ base: seen, mine: body, theirs: note.body }).text, body: note.body },
  }),
  coalesceKey: ({ noteId }) => `note.edit:${noteId}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})
