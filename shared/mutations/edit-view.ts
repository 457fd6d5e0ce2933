import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { ViewBody } from '../rules/saved-views/rule.ts'
import { defineMutation, one } from './define.ts'
import type { Actor, Change, FieldConflict } from './define.ts'
import { edit, SeenValue } from './parts/args.ts'
import { patchChanged, sameValue } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { ViewLabel, ViewTeams } from './parts/view-args.ts'

const EditViewArgs = z.strictObject({
  viewId: RowId,
  isShared: z.boolean(),
  name: edit(SeenValue, ViewLabel).nullable(),
  /** `seen` as it was stored, which may be of a newer version. */
  body: edit(z.unknown(), ViewBody).nullable(),
  /** Of shared ones only. */
  teamIds: edit(z.array(SeenValue), ViewTeams).nullable(),
  /** Where it stands among the others; the last one to arrange them is right. */
  position: z.number().nullable(),
})
type EditViewArgs = z.infer<typeof EditViewArgs>
type Edited = 'name' | 'body' | 'teamIds'
const EDITED: readonly Edited[] = ['name', 'body', 'teamIds']

/** Fields an intent edits, with what stands there. */
const editsOf = (view: Readonly<Record<string, unknown>>, args: EditViewArgs): readonly FieldConflict[] =>
  EDITED.flatMap(field => {
    const wanted = args[field]
    if (wanted === null) return []
    return [
      {
        table: args.isShared ? ('sharedViews' as const) : ('ownViews' as const),
        id: args.viewId,
        field,
        seen: wanted.seen,
        mine: wanted.value,
        theirs: view[field],
      },
    ]
  })

const mayEdit = (actor: Actor, view: object, isShared: boolean): boolean =>
  isShared ? maySupervise(actor.role) : 'agentId' in view && view.agentId === actor.id

/**
 * Changes a view: its name, what it lists, who is offered it, its place. What somebody else changed meanwhile to
 * something else is asked about, field by field; of places the last one stands.
 */
export const editView = defineMutation({
  name: 'view.edit',
  args: EditViewArgs,
  reads: ({ viewId, isShared }) => ({
    view: isShared ? one('sharedViews', viewId) : one('ownViews', viewId),
  }),
  may: (actor, { view }, { isShared }) => mayEdit(actor, view, isShared),
  plan: ({ view }, { isShared, name, body, teamIds, position }, context): readonly Change[] => {
    const wanted = {
      ...(name && { name: name.value }),
      ...(body && { body: body.value }),
      ...(position !== null && { position }),
      ...(isShared && teamIds && { teamIds: teamIds.value }),
    }
    const standing: Readonly<Record<string, unknown>> = view
    const isSame = Object.entries(wanted).every(([field, value]) => sameValue(standing[field], value))
    if (isSame) return []
    return patchChanged(isShared ? 'sharedViews' : 'ownViews', view as never, {
      ...wanted,
      updatedAtMs: context.nowMs,
    })
  },
  conflict: ({ view }, args) => conflictOf('changed-since', editsOf(view, args)),
  describe: ({ name, position, body }) => ({
    key: name || body || position === null ? 'describe.editView' : 'describe.moveView',
    values: { name: name?.value ?? '' },
  }),
  insist: ({ view }, args) => ({
    ...args,
    name: args.name && { ...args.name, seen: view.name },
    body: args.body && { ...args.body, seen: view.body },
    teamIds: args.teamIds && { ...args.teamIds, seen: 'teamIds' in view ? [...view.teamIds] : [] },
  }),
  invert: ({ view }, args) => ({
    name: 'view.edit',
    args: {
      ...args,
      name: args.name && { seen: args.name.value, value: view.name },
      body: args.body && { seen: args.body.value, value: view.body },
      teamIds: args.teamIds && {
        seen: args.teamIds.value,
        value: 'teamIds' in view ? view.teamIds : [],
      },
      position: args.position === null ? null : view.position,
    },
  }),
  without: (args, names) => {
    const left = { ...args }
    for (const field of EDITED) if (names.includes(field)) left[field] = null
    const isNothing = EDITED.every(field => left[field] === null) && left.position === null
    return isNothing ? null : left
  },
  adjust: (args, values) => ({
    ...args,
    name: args.name && 'name' in values ? { ...args.name, value: values['name'] } : args.name,
    teamIds:
      args.teamIds && 'teamIds' in values ? { ...args.teamIds, value: values['teamIds'] } : args.teamIds,
  }),
  coalesceKey: ({ viewId }) => `view.edit:${viewId}`,
  coalesce: (earlier, later) => ({
    ...later,
    name:
      later.name && earlier.name ? { ...later.name, seen: earlier.name.seen } : (later.name ?? earlier.name),
    body:
      later.body && earlier.body ? { ...later.body, seen: earlier.body.seen } : (later.body ?? earlier.body),
    teamIds:
      later.teamIds && earlier.teamIds
        ? { ...later.teamIds, seen: earlier.teamIds.seen }
        : (later.teamIds ?? earlier.teamIds),
    position: later.position ?? earlier.position,
  }),
})
