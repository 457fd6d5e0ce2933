import type { CommandId } from '../../shared/contract/commands.ts'
import { normalise } from '../lib/shortcut.ts'
import type { Shortcut } from '../lib/shortcut.ts'
import type { Command } from './define.ts'
import { goCommands } from './go-commands.ts'
import { listCommands } from './list-commands.ts'
import { ticketCommands } from './ticket-commands.ts'
import { windowCommands } from './window-commands.ts'
import { writeCommands } from './write-commands.ts'

/** The one table behind keys, palette, menus and the help sheet. */
export const commands: readonly Command[] = [
  ...goCommands,
  ...listCommands,
  ...ticketCommands,
  ...writeCommands,
  ...windowCommands,
]

const byId = new Map<string, Command>(commands.map(command => [command.id, command]))
const byShortcut = new Map(
  commands.flatMap(command =>
    [command.shortcut, command.alias ?? null].flatMap(key =>
      key === null ? [] : [[normalise(key), command] as const],
    ),
  ),
)

export const commandFor = (shortcut: Shortcut): Command | null => byShortcut.get(shortcut) ?? null

/** The key of a command, for tooltips. */
export const shortcutFor = (id: CommandId): Shortcut | undefined => byId.get(id)?.shortcut ?? undefined

/** Runs a command if it has anything to act on; says whether it did. Unknown ids (of a newer menu) do nothing. */
export function runCommand(id: string): boolean {
  const command = byId.get(id)
  if (!command || !command.when()) return false
  command.run()
  return true
}
