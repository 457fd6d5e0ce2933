import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, maybe, remove } from './define.ts'
import { NO_ROW } from './parts/changes.ts'

/** The writer takes a word back: it is gone for both. */
export const takeBackCoaching = defineMutation({
  name: 'coaching.takeBack',
  args: z.strictObject({ noteId: RowId }),
  reads: ({ noteId }) => ({ note: maybe('coachingNotes', noteId) }),
  alsoReads: ({ note }) => ({ twin: maybe('coachingNotes', note?.twinId ?? NO_ROW) }),
  may: (actor, { note }) => note === null || (note.agentId === actor.id && note.writerId === actor.id),
  plan: ({ note, twin }) => {
    if (!note) return []
    const isPair = twin !== null && twin.twinId === note.id
    return [remove('coachingNotes', note.id), ...(isPair ? [remove('coachingNotes', twin.id)] : [])]
  },
  describe: () => ({ key: 'describe.takeBackCoaching', values: {} }),
})
