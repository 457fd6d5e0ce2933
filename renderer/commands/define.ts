import type { CommandId } from '../../shared/contract/commands.ts'
import type { Shortcut } from '../lib/shortcut.ts'

export type CommandGroup = 'go' | 'list' | 'ticket' | 'write' | 'window'

/** One thing a person can ask for. Its title is `commands.<id>` in the locale file. */
export type Command = {
  readonly id: CommandId
  readonly group: CommandGroup
  /** Acts everywhere; without a modifier not while somebody types. Null: palette only. */
  readonly shortcut: Shortcut | null
  /** A second key people know from elsewhere; not shown, and not remapped. */
  readonly alias?: Shortcut
  /** Is there anything for it to act on now? */
  readonly when: () => boolean
  readonly run: () => void
  /** While somebody writes, the key belongs to the text they write in. */
  readonly leavesWriting?: boolean
}

export const always = (): boolean => true
