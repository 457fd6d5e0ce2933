import { z } from 'zod'
import { AgentId, RowId, TicketId } from '../domain/ids.ts'
import { WorkKind } from '../domain/values.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, isAutomation, maybe, one } from './define.ts'
import { NO_ROW } from './parts/changes.ts'
import { FewWords, ScoreArgs } from './parts/training.ts'

/**
 * A supervisor's word to one agent about an answer or a ticket. A laptop writes its own copy only; the hub writes both,
 * and gives each to the one it belongs to.
 */
export const writeCoaching = defineMutation({
  name: 'coaching.write',
  args: z.strictObject({
    noteId: RowId,
    /** The receiver's copy. */
    copyId: RowId,
    receiverId: AgentId,
    ticketId: TicketId.nullable(),
    messageId: RowId.nullable(),
    words: FewWords,
    pane: WorkKind.nullable(),
    scores: ScoreArgs.nullable(),
  }),
  reads: ({ noteId, copyId, receiverId, ticketId }) => ({
    existing: maybe('coachingNotes', noteId),
    copy: maybe('coachingNotes', copyId),
    receiver: one('agents', receiverId),
    ticket: ticketId === null ? maybe('tickets', NO_ROW) : one('tickets', ticketId),
  }),
  may: (actor, { receiver }, { words, noteId, copyId }) =>
    !isAutomation(actor) &&
    maySupervise(actor.role) &&
    receiver.id !== actor.id &&
    noteId !== copyId &&
    words.trim() !== '',
  plan: ({ existing, copy }, { noteId, copyId, receiverId, ...given }, { actor, nowMs, side }) => {
    if (existing || copy) return []
    const note = {
      ...given,
      words: given.words.trim(),
      writerId: actor.id,
      receiverId,
      answer: null,
      writtenAtMs: nowMs,
      readAtMs: null,
      answeredAtMs: null,
    }
    const own = insert('coachingNotes', { ...note, id: noteId, agentId: actor.id, twinId: copyId })
    if (side === 'laptop') return [own]
    return [own, insert('coachingNotes', { ...note, id: copyId, agentId: receiverId, twinId: noteId })]
  },
  describe: ({ receiverId }) => ({ key: 'describe.writeCoaching', values: { toId: receiverId } }),
  invert: ({ existing }, { noteId }) => (existing ? null : { name: 'coaching.takeBack', args: { noteId } }),
})
