import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, isAutomation, maybe, remove } from './define.ts'
import { ShortLine } from './parts/training.ts'

/** Takes a story out of the bank: whoever kept it, or a supervisor. Undone, it is there again. */
export const removeStory = defineMutation({
  name: 'story.remove',
  args: z.strictObject({
    storyId: RowId,
    /** What it is called, for the sentence about it. */
    story: ShortLine,
  }),
  reads: ({ storyId }) => ({ row: maybe('stories', storyId) }),
  may: (actor, { row }) =>
    isAutomation(actor) || row === null || row.keptBy === actor.id || maySupervise(actor.role),
  plan: ({ row }) => (row ? [remove('stories', row.id)] : []),
  describe: ({ story }) => ({ key: 'describe.removeStory', values: { story: story.slice(0, 80) } }),
  invert: ({ row }, { storyId }) => {
    if (!row || row.kind === 'other') return null
    const { title, body, reason, kind, topics } = row
    const content = { title, body, reason, kind, topics: [...topics] }
    return { name: 'story.keep', args: { storyId, ticketId: null, seen: 0, content } }
  },
})
