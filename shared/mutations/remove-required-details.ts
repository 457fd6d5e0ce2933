import { z } from 'zod'
import { defineMutation, many, remove } from './define.ts'
import { conflictOf } from './parts/conflicts.ts'
import { DetailArgs } from './parts/guide-args.ts'
import { mayWriteGuides } from './set-guide.ts'
import { detailContent } from './set-required-details.ts'

/**
 * Asks for these details no more; their products fall back to the list for all others. What tickets know already stays
 * with them: answers are rows of the ticket. Asks when somebody has changed the list since; that it is gone already is
 * no trouble.
 */
export const removeRequiredDetails = defineMutation({
  name: 'requiredDetails.remove',
  args: z.strictObject({
    key: DetailArgs.shape.key,
    /** The version that was on the screen. */
    seen: z.int().min(0),
  }),
  reads: ({ key }) => ({ lists: many('requiredDetails', { key }) }),
  may: actor => mayWriteGuides(actor),
  plan: ({ lists }) => lists.map(({ id }) => remove('requiredDetails', id)),
  conflict: ({ lists }, { seen }) => {
    const list = lists[0]
    if (!list) return null
    return conflictOf('changed-since', [
      { table: 'requiredDetails', id: list.id, field: 'version', seen, mine: null, theirs: list.version },
    ])
  },
  describe: ({ key }) => ({ key: 'describe.removeRequiredDetails', values: { name: key } }),
  insist: ({ lists }, args) => ({ ...args, seen: lists[0]?.version ?? 0 }),
  invert: ({ lists }) => {
    const content = lists[0] ? detailContent(lists[0]) : null
    return content ? { name: 'requiredDetails.set', args: { seen: 0, content } } : null
  },
})
