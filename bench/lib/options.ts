import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { SIZES } from '../goals.ts'
import type { Size } from '../goals.ts'
import type { BenchRow } from './leg.ts'

export type Options = {
  readonly rows: readonly BenchRow[]
  readonly size: Size
  readonly isJson: boolean
  /** Where the loaded hub and the filled laptop stay for the next bench; null: they are gone with this one. */
  readonly keep: string | null
}
/** What was asked, or what to tell instead and the exit code that goes with it. */
export type Asked =
  | { readonly kind: 'run'; readonly options: Options }
  | { readonly kind: 'tell'; readonly text: string; readonly code: 0 | 2 }

const FLAGS = {
  only: { type: 'string', default: '' },
  size: { type: 'string', default: 'XS' },
  json: { type: 'boolean', default: false },
  keep: { type: 'string', default: '' },
  help: { type: 'boolean', short: 'h', default: false },
} as const

const count = (value: number): string => value.toLocaleString('en')

/** Everything the runner takes, with the rows and sizes there are. */
export function helpText(rows: readonly BenchRow[]): string {
  const width = Math.max(...rows.map(({ id }) => id.length)) + 2
  const sizes = Object.entries(SIZES).map(
    ([name, of]) =>
      `  ${name.padEnd(4)}${count(of.customers)} customers, ${count(of.tickets)} tickets, ${count(of.messages)} messages, ${count(of.notes)} notes`,
  )
  return [
    'npm run bench -- [--only ROW,ROW] [--size SIZE] [--json] [--keep FOLDER]',
    '',
    '  --only   rows to run, separated by commas; all of them without it',
    '  --size   how much data; XS without it',
    '  --json   one JSON object a figure, with every sample',
    '  --keep   a folder where the loaded hub and the filled laptop stay for the next bench of that size;',
    '           what rows change in them stays changed',
    '',
    'Sizes:',
    ...sizes,
    '',
    'Rows:',
    ...rows.map(({ id, title }) => `  ${id.padEnd(width)}${title}`),
  ].join('\n')
}

/** Reads the command line. `rows` are all there are, in the order they run. */
export function readOptions(args: readonly string[], rows: readonly BenchRow[]): Asked {
  const refuse = (text: string): Asked => ({ kind: 'tell', text: `${text}\n\n${helpText(rows)}`, code: 2 })
  const given = parse(args)
  if (typeof given === 'string') return refuse(given)
  if (given.help) return { kind: 'tell', text: helpText(rows), code: 0 }
  if (!isSize(given.size)) return refuse(`There is no size ${given.size}.`)
  const wanted = given.only
    .split(',')
    .map(id => id.trim())
    .filter(id => id !== '')
  const unknown = wanted.filter(id => !rows.some(row => row.id === id))
  if (unknown.length > 0) return refuse(`There is no row ${unknown.join(', ')}.`)
  const chosen = wanted.length === 0 ? rows : rows.filter(row => wanted.includes(row.id))
  const keep = given.keep === '' ? null : resolve(given.keep)
  return { kind: 'run', options: { rows: chosen, size: given.size, isJson: given.json, keep } }
}

const isSize = (name: string): name is Size => Object.hasOwn(SIZES, name)

/** The flags, or in a sentence what is wrong with them. */
function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: FLAGS }).values
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    // Its first sentence names the option; what follows explains shells.
    return (error.message.split(/\. (?=[A-Z])/u)[0] ?? error.message).replace(/\.?$/u, '.')
  }
}
