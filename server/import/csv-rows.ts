import { CsvError, parse } from 'csv-parse/sync'
import { splitCsv } from './csv-splitter.ts'
import type { CsvPiece } from './csv-splitter.ts'
import { ImportFailure, problemItem } from './problems.ts'
import type { Finding, SourceItem } from './problems.ts'

export const CSV_RECORD_LIMIT = 4_194_304

const DELIMITERS = [',', ';', '\t', '|'] as const
const HEAD_CHARACTERS = 65_536

export type CsvOptions = {
  /** Null: found from the first line. */
  readonly delimiter: string | null
  /** Names of the columns when the file has no head line. */
  readonly columns: readonly string[] | null
  /** Groups of columns of which the mapping needs one each. */
  readonly needed: readonly (readonly string[])[]
  readonly path: string
  readonly recordLimit: number
}

type Fields = { readonly fields: readonly string[] } | { readonly finding: Finding }

const HARMLESS = 'INVALID_OPENING_QUOTE'

/** A quote inside unquoted text (5" screen) is a sign like any other; one inside quoted text is not. */
function parseQuoted(text: string, delimiter: string): readonly string[] {
  const common = { delimiter, relax_column_count: true } as const
  try {
    return parse(text, common)[0] ?? []
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== HARMLESS) throw error
    return parse(text, { ...common, relax_quotes: true })[0] ?? []
  }
}

function parseRecord(text: string, delimiter: string): Fields {
  if (!text.includes('"')) return { fields: text.split(delimiter) }
  try {
    return { fields: parseQuoted(text, delimiter) }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const column = typeof error['column'] === 'number' ? ` in column ${error['column'] + 1}` : ''
    return {
      finding: {
        column: null,
        code: 'quotes',
        reason: `a quote stands where none may stand${column}`,
        advice: 'Double quotes inside quoted text ("") or take them out.',
      },
    }
  }
}

function findingOfPiece(kind: 'unclosed' | 'too-long', limit: number): Finding {
  return kind === 'unclosed'
    ? {
        column: null,
        code: 'quotes',
        reason: 'a quote opens here and never closes',
        advice: 'Close the quote at the end of the field, or double it if it belongs to the text.',
      }
    : {
        column: null,
        code: 'too-long',
        reason: `the row is longer than ${limit.toLocaleString('en')} characters`,
        advice: 'Is a line break or a quote missing before it? Shorten or split the row.',
      }
}

const wrongCount = (found: number, expected: number): Finding => ({
  column: null,
  code: 'columns',
  reason: `${found} columns instead of ${expected}`,
  advice: 'Put text that holds the delimiter in quotes.',
})

/** The delimiter under which the first line holds most of the needed columns, then most columns at all. */
export function detectDelimiter(firstLine: string, needed: readonly (readonly string[])[]): string {
  const score = (delimiter: string): number => {
    const parsed = parseRecord(firstLine, delimiter)
    const names = 'fields' in parsed ? parsed.fields.map(name => name.trim()) : []
    return needed.flat().filter(name => names.includes(name)).length * 1000 + names.length
  }
  return DELIMITERS.toSorted((a, b) => score(b) - score(a))[0] ?? ','
}

function readHead(text: string, delimiter: string, { needed, path }: CsvOptions): readonly string[] {
  const parsed = parseRecord(text, delimiter)
  if (!('fields' in parsed))
    throw new ImportFailure(`${path}, line 1: the head line cannot be read: ${parsed.finding.reason}.`)
  const head = parsed.fields.map(name => name.trim())
  const twice = head.find((name, index) => head.indexOf(name) !== index)
  if (twice !== undefined)
    throw new ImportFailure(`${path}, line 1: the column "${twice}" stands there twice. Rename one.`)
  const missing = needed.find(group => !group.some(name => head.includes(name)))
  if (missing) {
    const list = (names: readonly string[], between: string): string =>
      names.map(name => `"${name}"`).join(between)
    throw new ImportFailure(
      `${path} has no column ${list(missing, ' or ')}, which the mapping needs. Its columns: ${list(head, ', ')}. Correct the mapping or the head line.`,
    )
  }
  return head
}

/** Puts what was read to find the first line in front of the rest again. */
async function* rejoin(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  yield first
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
}

async function readStart(chunks: AsyncIterator<string>): Promise<string> {
  let start = ''
  while (!/[\r\n]/.test(start) && start.length < HEAD_CHARACTERS) {
    const next = await chunks.next()
    if (next.done === true) break
    start += next.value
  }
  return start
}

/**
 * Rows of a CSV file as records by column name, with line numbers; rows that cannot be read come as problems.
 * Throws ImportFailure when the head line is missing or lacks a column the mapping needs.
 */
export async function* csvRows(
  chunks: AsyncIterable<string>,
  options: CsvOptions,
): AsyncGenerator<SourceItem> {
  const iterator = chunks[Symbol.asyncIterator]()
  const start = await readStart(iterator)
  const delimiter =
    options.delimiter ?? detectDelimiter(start.split(/\r\n|\n|\r/, 1)[0] ?? '', options.needed)
  const split = splitCsv(rejoin(start, iterator), {
    delimiter,
    limit: options.recordLimit,
    isRecord: text => 'fields' in parseRecord(text, delimiter),
  })
  let head = options.columns
  for await (const piece of split) {
    if (piece.kind === 'record' && piece.text.trim() === '') continue
    if (head === null) {
      head = readHead(piece.text, delimiter, options)
      continue
    }
    yield itemOf(piece, { head, delimiter, limit: options.recordLimit })
  }
  if (head === null) throw new ImportFailure(`${options.path} holds only empty lines.`)
}

type RowContext = { readonly head: readonly string[]; readonly delimiter: string; readonly limit: number }

function itemOf(piece: CsvPiece, { head, delimiter, limit }: RowContext): SourceItem {
  const { line, text } = piece
  if (piece.kind !== 'record') return problemItem(line, text, findingOfPiece(piece.kind, limit))
  const parsed = parseRecord(text, delimiter)
  if ('finding' in parsed) return problemItem(line, text, parsed.finding)
  if (parsed.fields.length !== head.length)
    return problemItem(line, text, wrongCount(parsed.fields.length, head.length))
  const record = Object.fromEntries(head.map((name, index) => [name, parsed.fields[index] ?? '']))
  return { kind: 'row', line, raw: text, record }
}
