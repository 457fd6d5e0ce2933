import { z } from 'zod'
import { undoWindowId } from '../domain/undo-windows.ts'
import type { UndoWindow } from '../domain/undo-windows.ts'
import { Channel } from '../domain/values.ts'
import { maySupervise } from '../rules/supervising.ts'
import { limitsFor, MOST_UNDO_SECONDS } from '../rules/undo-window.ts'
import type { UndoLimits } from '../rules/undo-window.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'

const Seconds = z.int().min(0).max(MOST_UNDO_SECONDS)
const Limits = z
  .strictObject({ seconds: Seconds, least: Seconds, most: Seconds })
  .refine(({ seconds, least, most }) => least <= seconds && seconds <= most, {
    error: 'what holds for everybody lies between least and most',
  })
/** What stood there may be of a newer version, with wider limits. */
const Seen = z.strictObject({ seconds: z.int(), least: z.int(), most: z.int() })

const PARTS = ['seconds', 'least', 'most'] as const
type Asked = { readonly limits: UndoLimits; readonly seen: UndoLimits }

const standing = (row: UndoWindow | null, channel: Channel): UndoLimits =>
  limitsFor(channel, row ? [row] : [])

/** What the supervisor changed, over what stands: a part nobody here touched stays as it is. */
function wanted({ limits, seen }: Asked, theirs: UndoLimits): UndoLimits {
  const part = (name: (typeof PARTS)[number]): number =>
    limits[name] === seen[name] ? theirs[name] : limits[name]
  return { seconds: part('seconds'), least: part('least'), most: part('most') }
}

/** The undo window of a channel, for the whole team. Asks when somebody else has set it since. */
export const setUndoWindow = defineMutation({
  name: 'undoWindow.set',
  args: z.strictObject({ channel: Channel, limits: Limits, seen: Seen }),
  reads: ({ channel }) => ({ window: maybe('undoWindows', undoWindowId(channel)) }),
  may: actor => isAutomation(actor) || maySupervise(actor.role),
  plan: ({ window }, args, { nowMs }) => {
    const { channel } = args
    const limits = wanted(args, standing(window, channel))
    const row = { id: undoWindowId(channel), channel, ...limits, updatedAtMs: nowMs }
    if (!window) return [insert('undoWindows', row)]
    if (patchChanged('undoWindows', window, limits).length === 0) return []
    return patchChanged('undoWindows', window, { ...limits, updatedAtMs: nowMs })
  },
  conflict: ({ window }, { channel, limits, seen }) => {
    const theirs = standing(window, channel)
    const on = { table: 'undoWindows', id: undoWindowId(channel) } as const
    return conflictOf(
      'changed-since',
      PARTS.filter(field => limits[field] !== seen[field]).map(field => ({
        ...on,
        field,
        seen: seen[field],
        mine: limits[field],
        theirs: theirs[field],
      })),
    )
  },
  describe: ({ channel, limits }) => ({
    key: 'describe.setUndoWindow',
    values: { channel, seconds: limits.seconds },
  }),
  insist: ({ window }, args) => {
    const theirs = standing(window, args.channel)
    const { seconds, least, most } = wanted(args, theirs)
    // Parts of two people can leave no room between them: what holds for everybody makes room.
    const limits = { seconds, least: Math.min(least, seconds), most: Math.max(most, seconds) }
    return { ...args, limits, seen: theirs }
  },
  invert: ({ window }, { channel, limits }) => ({
    name: 'undoWindow.set',
    args: { channel, limits: standing(window, channel), seen: limits },
  }),
  coalesceKey: ({ channel }) => `undoWindow.set:${channel}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})
