import type { ConfigFlags, HubConfig } from '../config.ts'
import { jsonLog } from '../json-log.ts'
import { systemClock } from '../system-clock.ts'
import { CliFailure } from './command.ts'
import type { Options, Values } from './command.ts'
import { commands } from './commands.ts'
import { explain } from './explain.ts'
import { commandHelp, overview } from './help.ts'
import { parseCommandLine } from './parse.ts'
import type { Print } from './print.ts'
import { firstLine } from './first-line.ts'
import { stopSignal } from './stop-signal.ts'

export type CliSurroundings = {
  readonly args: readonly string[]
  readonly print: Print
  readonly process: NodeJS.Process
  readonly configOf: (flags: ConfigFlags) => HubConfig
}

/** Runs one command line; answers the exit code: 0 done, 1 failed, 2 not understood. */
export async function runCli({ args, print, process, configOf }: CliSurroundings): Promise<number> {
  try {
    const parsed = parseCommandLine(commands, args)
    if (parsed.kind === 'help') {
      print.line(parsed.command ? commandHelp(parsed.command) : overview(commands))
      return 0
    }
    const { command, options, positionals } = parsed
    const config = configOf(flagsOf(options))
    return await command.run({
      options,
      positionals,
      config,
      print,
      log: jsonLog(config.logLevel, systemClock, process.stderr),
      signal: stopSignal(process),
      readLine: () => firstLine(process.stdin),
    })
  } catch (error) {
    print.error(explain(error))
    return error instanceof CliFailure ? error.exitCode : 1
  }
}

/** Those options of any command that are settings of the hub. */
function flagsOf(options: Values<Options>): ConfigFlags {
  const text = (name: string): string | undefined => {
    const value: unknown = options[name]
    return typeof value === 'string' ? value : undefined
  }
  return { host: text('host'), port: text('port'), data: text('data'), databaseUrl: text('database-url') }
}
