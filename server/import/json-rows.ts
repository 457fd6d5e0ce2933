import { JsonSplitter } from './json-splitter.ts'
import type { JsonPiece, JsonSplitEnd } from './json-splitter.ts'
import { ImportFailure, problemItem } from './problems.ts'
import type { Finding, SourceItem } from './problems.ts'

export const JSON_VALUE_LIMIT = 16_777_216
const KEPT_OF_TOO_LONG = 500

function tooLong(limit: number): Finding {
  return {
    column: null,
    code: 'too-long',
    reason: `the entry is longer than ${limit.toLocaleString('en')} characters`,
    advice: 'Shorten it; attachments do not belong into the text.',
  }
}

/** The place inside the text as the parser tells it, without the text itself. */
function whereOf(error: unknown): string {
  const message = error instanceof Error ? error.message : ''
  return /at position \d+|line \d+ column \d+|Unexpected end/.exec(message)?.[0] ?? 'not valid JSON'
}

function toItem(line: number, text: string): SourceItem {
  try {
    return { kind: 'row', line, raw: text, record: JSON.parse(text) as unknown }
  } catch (error) {
    return problemItem(line, text, {
      column: null,
      code: 'json',
      reason: `not valid JSON (${whereOf(error)})`,
      advice: 'Check quotes, commas and brackets of this entry.',
    })
  }
}

function assertWhole({ end, line, topKeys }: JsonSplitEnd, path: string, items: string): void {
  switch (end) {
    case 'closed':
      return
    case 'cut-off':
      throw new ImportFailure(
        `${path} ends on line ${line} in the middle of the list: it was cut off. Copy or export it again.`,
      )
    case 'absent':
      throw new ImportFailure(
        items === ''
          ? `${path} is not a list of entries${topKeys.length > 0 ? `; its keys: ${topKeys.join(', ')}. Name the list as "items" in the mapping` : ''}.`
          : `${path} has no list "${items}", which the mapping names as "items". Its keys: ${topKeys.join(', ') || 'none'}.`,
      )
  }
}

export type JsonOptions = { readonly path: string; readonly items: string; readonly valueLimit: number }

/** Entries of one list in a JSON document, in constant memory. Throws ImportFailure when the list is absent or cut off. */
export async function* jsonRows(
  chunks: AsyncIterable<string>,
  options: JsonOptions,
): AsyncGenerator<SourceItem> {
  const splitter = new JsonSplitter({
    path: options.items === '' ? [] : options.items.split('.'),
    limit: options.valueLimit,
  })
  const itemOf = (piece: JsonPiece): SourceItem =>
    piece.kind === 'value'
      ? toItem(piece.line, piece.text)
      : problemItem(piece.line, piece.text, tooLong(options.valueLimit))
  for await (const chunk of chunks) {
    for (const piece of splitter.add(chunk)) yield itemOf(piece)
  }
  assertWhole(splitter.end(), options.path, options.items)
}

export type Line = { readonly line: number; readonly text: string; readonly isTooLong: boolean }

/** Lines of a text, each at most `limit` characters in memory. */
export async function* linesOf(chunks: AsyncIterable<string>, limit: number): AsyncGenerator<Line> {
  let line = 1
  let rest = ''
  let isTooLong = false
  for await (const chunk of chunks) {
    let from = 0
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', from)) {
      if (!isTooLong) rest += chunk.slice(from, end)
      yield { line, text: rest, isTooLong: isTooLong || rest.length > limit }
      rest = ''
      isTooLong = false
      line += 1
      from = end + 1
    }
    if (!isTooLong) rest += chunk.slice(from)
    if (rest.length > limit) {
      isTooLong = true
      rest = rest.slice(0, KEPT_OF_TOO_LONG)
    }
  }
  if (rest !== '') yield { line, text: rest, isTooLong }
}

/** Entries of a JSON-lines file: one JSON value a line, empty lines skipped. */
export async function* jsonLineRows(
  chunks: AsyncIterable<string>,
  valueLimit: number,
): AsyncGenerator<SourceItem> {
  for await (const { line, text, isTooLong } of linesOf(chunks, valueLimit)) {
    if (text.trim() === '') continue
    yield isTooLong
      ? problemItem(line, text.slice(0, KEPT_OF_TOO_LONG), tooLong(valueLimit))
      : toItem(line, text.trim())
  }
}
