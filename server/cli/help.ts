import type { Command } from './command.ts'

const INDENT = 2

function inColumns(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `${' '.repeat(INDENT)}${left.padEnd(width)}  ${right}`).join('\n')
}

/** The list of all commands. */
export function overview(commands: readonly Command[]): string {
  const rows = commands.map(
    ({ name, positionals, summary }) => [`${name} ${positionals}`.trim(), summary] as const,
  )
  return [
    'The Tandem hub: the server a team’s consoles sync with.',
    '',
    'Usage: npm run hub -- COMMAND [options]',
    '',
    inColumns(rows),
    '',
    'COMMAND --help shows the options of one command.',
  ].join('\n')
}

/** How one command is used. */
export function commandHelp({ name, positionals, summary, options }: Command): string {
  const rows = Object.entries(options).map(
    ([option, { value, help }]) => [`--${option} ${value}`.trim(), help] as const,
  )
  const usage = `Usage: npm run hub -- ${[name, positionals, rows.length > 0 ? '[options]' : ''].filter(Boolean).join(' ')}`
  return [summary, '', usage, ...(rows.length > 0 ? ['', inColumns(rows)] : [])].join('\n')
}
