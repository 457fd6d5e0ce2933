import { z } from 'zod'
import { AgentId, RowId } from '../domain/ids.ts'
import { defineMutation, insert, many, maybe, one, remove } from './define.ts'
import { patchChanged } from './parts/changes.ts'

/**
 * Shows a practised answer to one colleague, or no longer. What they get is a copy without the ticket; the hub writes
 * it, a laptop only notes who has one.
 */
export const sharePractice = defineMutation({
  name: 'practice.share',
  args: z.strictObject({
    runId: RowId,
    withId: AgentId,
    /** Their copy. */
    copyId: RowId,
    isShared: z.boolean(),
  }),
  reads: ({ runId, withId, copyId }) => ({
    run: one('practiceRuns', runId),
    reader: one('agents', withId),
    copy: maybe('practiceRuns', copyId),
    copies: many('practiceRuns', { originId: runId }),
  }),
  may: (actor, { run }, { withId }) =>
    run.agentId === actor.id && run.traineeId === actor.id && run.originId === null && withId !== actor.id,
  plan: ({ run, copy, copies }, { withId, copyId, isShared }, { side }) => {
    const others = run.sharedWith.filter(id => id !== withId)
    const sharedWith = isShared ? [...others, withId].toSorted() : others
    const own = patchChanged('practiceRuns', run, { sharedWith })
    if (side === 'laptop' || run.pane === 'other') return own
    const theirs = copies.filter(({ agentId }) => agentId === withId)
    if (!isShared) return [...own, ...theirs.map(({ id }) => remove('practiceRuns', id))]
    if (theirs.length > 0 || copy) return own
    const made = { ...run, id: copyId, agentId: withId, originId: run.id, ticketId: null, sharedWith: [] }
    return [...own, insert('practiceRuns', made)]
  },
  describe: ({ withId, isShared }) => ({
    key: isShared ? 'describe.sharePractice' : 'describe.unsharePractice',
    values: { toId: withId },
  }),
  invert: ({ run }, { withId, ...args }) =>
    run.sharedWith.includes(withId) === args.isShared
      ? null
      : { name: 'practice.share', args: { ...args, withId, isShared: !args.isShared } },
})
