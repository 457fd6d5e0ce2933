import type { HubConfig } from '../config.ts'
import type { Log } from '../../shared/log.ts'
import type { Print } from './print.ts'

/** `text` takes a value, `flag` does not, `list` may be given several times. */
export type OptionKind = 'text' | 'flag' | 'list'

export type Option<Kind extends OptionKind = OptionKind> = {
  readonly kind: Kind
  /** Name of the value in the help, for example 'FILE'; empty for flags. */
  readonly value: string
  readonly help: string
}
export type Options = Readonly<Record<string, Option>>

type ValueOf<O> =
  O extends Option<'flag'> ? boolean : O extends Option<'list'> ? readonly string[] : string | null
export type Values<O extends Options> = { readonly [Key in keyof O]: ValueOf<O[Key]> }

export type CommandContext<O extends Options = Options> = {
  readonly options: Values<O>
  readonly positionals: readonly string[]
  readonly config: HubConfig
  readonly print: Print
  readonly log: Log
  /** Ends with Ctrl-C, SIGTERM or the end of the parent process: long commands stop at the next safe place. */
  readonly signal: AbortSignal
  /** First line of the standard input, without its line end; null when there is none. */
  readonly readLine: () => Promise<string | null>
}

export type Command<O extends Options = Options> = {
  /** Words as typed, for example 'agent add'. */
  readonly name: string
  /** What stands between the name and the options in the help, for example 'FILE'. */
  readonly positionals: string
  readonly summary: string
  readonly options: O
  /** Resolves with the exit code. Throws CliFailure for what people can put right. */
  run(context: CommandContext<O>): Promise<number>
}

/** A failure whose message says what happened and what to do; printed without a stack. */
export class CliFailure extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

export const text = (value: string, help: string): Option<'text'> => ({ kind: 'text', value, help })
export const flag = (help: string): Option<'flag'> => ({ kind: 'flag', value: '', help })
export const list = (value: string, help: string): Option<'list'> => ({ kind: 'list', value, help })

/** Where the hub's data is: understood by every command that opens the database. */
export const databaseOptions = {
  data: text('DIR', 'folder of the embedded PostgreSQL'),
  'database-url': text('URL', 'a PostgreSQL of your own, 15 or newer (or DATABASE_URL)'),
} as const satisfies Options

/** Keeps a command's own option types; the registry handles commands with these forgotten. */
export function defineCommand<const O extends Options>(command: Command<O>): Command {
  return command as unknown as Command
}

/** An option that this command cannot do without. Throws CliFailure naming it. */
export function required(name: string, value: string | null): string {
  if (value === null || value === '') throw new CliFailure(`--${name} is needed. See --help.`, 2)
  return value
}
