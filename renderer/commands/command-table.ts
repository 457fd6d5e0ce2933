import type { CommandId } from '../../shared/contract/commands.ts'
import type { Shortcut } from '../lib/shortcut.ts'
import type { Command } from './define.ts'
import { answerCommands } from './answer-commands.ts'
import { betweenCommands } from './between-commands.ts'
import { settingsStore } from '../stores/settings-store.ts'
import { caseCommands } from './case-commands.ts'
import { growthCommands } from './growth-commands.ts'
import { goCommands } from './go-commands.ts'
import { incidentCommands } from './incident-commands.ts'
import { keymapOf } from './keymap.ts'
import { listCommands } from './list-commands.ts'
import { portraitCommands } from './portrait-commands.ts'
import { peopleCommands } from './people-commands.ts'
import { proposalCommands } from './proposal-commands.ts'
import { isOffered } from '../data/guest.ts'
import { relationCommands } from './relation-commands.ts'
import { trainingCommands } from './training-commands.ts'
import { ticketCommands } from './ticket-commands.ts'
import { windowCommands } from './window-commands.ts'
import { writeCommands } from './write-commands.ts'

const all: readonly Command[] = [
  ...goCommands,
  ...listCommands,
  ...ticketCommands,
  ...incidentCommands,
  ...relationCommands,
  ...peopleCommands,
  ...growthCommands,
  ...proposalCommands,
  ...answerCommands,
  ...betweenCommands,
  ...caseCommands,
  ...portraitCommands,
  ...trainingCommands,
  ...writeCommands,
  ...windowCommands,
]

/** The one table behind keys, palette, menus and the help sheet. Guests are offered what they may do. */
export const commands = all.map(command => ({
  ...command,
  when: () => isOffered(command.id) && command.when(),
}))

const byId = new Map<string, Command>(commands.map(command => [command.id, command]))
const keymap = keymapOf(commands, () => settingsStore.getState().settings.keys)

/** The command of a press; what it can mean comes with the likeliest first. */
export const commandFor = (shortcuts: readonly Shortcut[]): Command | null => keymap().commandFor(shortcuts)

/** The key a command has now, for tooltips, palette and the help sheet. */
export const shortcutFor = (id: CommandId): Shortcut | undefined => keymap().shortcutFor(id)

/** Has a command anything to act on now? */
export const canRun = (id: CommandId): boolean => byId.get(id)?.when() ?? false

/** Runs a command if it has anything to act on; says whether it did. Unknown ids (of a newer menu) do nothing. */
export function runCommand(id: string): boolean {
  const command = byId.get(id)
  if (!command || !command.when()) return false
  command.run()
  return true
}
