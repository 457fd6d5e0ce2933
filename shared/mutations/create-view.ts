import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { ViewBody } from '../rules/saved-views/rule.ts'
import { authorOf, defineMutation, insert, isAutomation, maybe } from './define.ts'
import { ViewLabel, ViewTeams } from './parts/view-args.ts'

/**
 * Keeps a view: for oneself, or, of supervisors, for everybody or some teams. Sharing one's own is this in a group with
 * its removal, under the same id: a view is never in two places.
 */
export const createView = defineMutation({
  name: 'view.create',
  args: z.strictObject({
    viewId: RowId,
    /** Null: for oneself. Without teams: for everybody. */
    sharedWith: z.strictObject({ teamIds: ViewTeams }).nullable(),
    name: ViewLabel,
    body: ViewBody,
    position: z.number(),
  }),
  reads: ({ viewId }) => ({ own: maybe('ownViews', viewId), shared: maybe('sharedViews', viewId) }),
  may: (actor, _rows, { sharedWith }) =>
    sharedWith === null ? !isAutomation(actor) : maySupervise(actor.role),
  plan: ({ own, shared }, { viewId: id, sharedWith, ...given }, context) => {
    const view = { ...given, id, updatedAtMs: context.nowMs }
    if (sharedWith !== null) {
      const { teamIds } = sharedWith
      return shared ? [] : [insert('sharedViews', { ...view, teamIds, createdBy: authorOf(context) })]
    }
    return own ? [] : [insert('ownViews', { ...view, agentId: context.actor.id })]
  },
  describe: ({ name, sharedWith }) => ({
    key: sharedWith === null ? 'describe.createView' : 'describe.shareView',
    values: { name },
  }),
  invert: (_rows, { viewId, sharedWith, name }) => ({
    name: 'view.remove',
    args: { viewId, isShared: sharedWith !== null, name },
  }),
})
