import { parseArgs } from 'node:util'
import { CliFailure } from './command.ts'
import type { Command, Options, Values } from './command.ts'

export type Parsed =
  | { readonly kind: 'help'; readonly command: Command | null }
  | {
      readonly kind: 'run'
      readonly command: Command
      readonly options: Values<Options>
      readonly positionals: readonly string[]
    }

/** The command whose words the arguments begin with; the longest name wins. */
function findCommand(commands: readonly Command[], args: readonly string[]): Command | null {
  const starts = (command: Command): boolean =>
    command.name.split(' ').every((word, index) => args[index] === word)
  const found = commands.filter(starts).toSorted((a, b) => b.name.length - a.name.length)
  return found[0] ?? null
}

const wantsHelp = (args: readonly string[]): boolean => args.some(arg => arg === '--help' || arg === '-h')

/**
 * Finds the command and reads its options. Throws CliFailure for unknown commands and options and for options
 * without their value.
 */
export function parseCommandLine(commands: readonly Command[], args: readonly string[]): Parsed {
  const command = findCommand(commands, args)
  if (wantsHelp(args) || args.length === 0 || args[0] === 'help') return { kind: 'help', command }
  if (!command) throw new CliFailure(`There is no command "${args.slice(0, 2).join(' ')}". See --help.`, 2)
  const { values, positionals } = readOptions(command, args.slice(command.name.split(' ').length))
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { kind }]) => [name, values[name] ?? emptyOf(kind)]),
  )
  // Each option was read as its own kind says.
  return { kind: 'run', command, options: options as Values<Options>, positionals }
}

function readOptions(command: Command, args: readonly string[]): ReturnType<typeof parseArgs> {
  const options = Object.entries(command.options).map(
    ([name, { kind }]) =>
      [name, { type: kind === 'flag' ? 'boolean' : 'string', multiple: kind === 'list' }] as const,
  )
  try {
    return parseArgs({
      args: [...args],
      options: Object.fromEntries(options),
      allowPositionals: true,
      strict: true,
    })
  } catch (error) {
    throw new CliFailure(
      `${error instanceof Error ? error.message : 'Options not understood'}. See --help.`,
      2,
    )
  }
}

function emptyOf(kind: 'text' | 'flag' | 'list'): false | null | readonly string[] {
  if (kind === 'flag') return false
  return kind === 'list' ? [] : null
}
