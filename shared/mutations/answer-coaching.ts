import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, maybe, one } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { FewWords } from './parts/training.ts'

/** The receiver has read a word about their work, and may answer it: both copies say so. */
export const answerCoaching = defineMutation({
  name: 'coaching.answer',
  args: z.strictObject({
    noteId: RowId,
    /** A word back; null: read, nothing more. */
    answer: FewWords.nullable(),
  }),
  reads: ({ noteId }) => ({ note: one('coachingNotes', noteId) }),
  alsoReads: ({ note }) => ({ twin: maybe('coachingNotes', note.twinId) }),
  may: (actor, { note }) => note.agentId === actor.id && note.receiverId === actor.id,
  plan: ({ note, twin }, { answer }, { nowMs }) => {
    const words = answer === null || answer.trim() === '' ? note.answer : answer.trim()
    const fields = {
      readAtMs: note.readAtMs ?? nowMs,
      answer: words,
      answeredAtMs: words === note.answer ? note.answeredAtMs : nowMs,
    }
    const isPair = twin !== null && twin.twinId === note.id
    return [
      ...patchChanged('coachingNotes', note, fields),
      ...(isPair ? patchChanged('coachingNotes', twin, fields) : []),
    ]
  },
  describe: ({ answer }) => ({
    key: answer === null ? 'describe.readCoaching' : 'describe.answerCoaching',
    values: {},
  }),
})
