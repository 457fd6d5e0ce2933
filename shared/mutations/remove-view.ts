import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, maybe, remove } from './define.ts'
import { ViewLabel } from './parts/view-args.ts'

/** Throws a view away. Undone, it is there again as it was; that somebody else did it first is no conflict. */
export const removeView = defineMutation({
  name: 'view.remove',
  args: z.strictObject({
    viewId: RowId,
    isShared: z.boolean(),
    /** What it is called, for the sentence about it. */
    name: ViewLabel,
  }),
  reads: ({ viewId }) => ({ own: maybe('ownViews', viewId), shared: maybe('sharedViews', viewId) }),
  may: (actor, { own }, { isShared }) =>
    isShared ? maySupervise(actor.role) : own === null || own.agentId === actor.id,
  plan: ({ own, shared }, { viewId, isShared }) => {
    if (isShared) return shared ? [remove('sharedViews', viewId)] : []
    return own ? [remove('ownViews', viewId)] : []
  },
  describe: ({ name }) => ({ key: 'describe.removeView', values: { name } }),
  invert: ({ own, shared }, { viewId, isShared }) => {
    const view = isShared ? shared : own
    if (!view) return null
    const { name, body, position } = view
    const sharedWith = isShared ? { teamIds: shared?.teamIds ?? [] } : null
    return { name: 'view.create', args: { viewId, sharedWith, name, body, position } }
  },
})
