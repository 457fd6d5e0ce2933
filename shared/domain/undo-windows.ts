import { CHANNELS } from './values.ts'
import type { Channel } from './values.ts'
import { defineTable, integer, oneOf, ref } from './table.ts'
import type { RowFrom } from './table.ts'
import { RowId } from './ids.ts'

/**
 * How long a reply rests on a laptop before it leaves, by channel, as the team has set it. Agents choose their own
 * length between `least` and `most`. A channel without a row has what `shared/rules/undo-window.ts` says.
 */
export const undoWindows = defineTable('undoWindows', 'workspace', {
  /** The same in every workspace: `undoWindowId`. */
  id: ref(RowId),
  channel: oneOf(CHANNELS),
  seconds: integer(),
  least: integer(),
  most: integer(),
  updatedAtMs: integer(),
})
export type UndoWindow = RowFrom<typeof undoWindows.columns>

/** One row a channel, whoever makes it first: two supervisors can never make two. */
export const undoWindowId = (channel: Channel): string =>
  `00000000-0000-7000-8000-00000000a${String(CHANNELS.indexOf(channel)).padStart(3, '0')}`
