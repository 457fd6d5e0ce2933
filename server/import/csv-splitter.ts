/** One record of a CSV file as text, or a line that cannot be one. */
export type CsvPiece =
  | { readonly kind: 'record'; readonly line: number; readonly text: string }
  | { readonly kind: 'unclosed'; readonly line: number; readonly text: string }
  | { readonly kind: 'too-long'; readonly line: number; readonly text: string }

export type CsvSplitOptions = {
  readonly delimiter: string
  readonly limit: number
  /** Whether text of several lines is one record: a quote that never closes can look closed by a later one. */
  readonly isRecord: (text: string) => boolean
}

type State = {
  /** Text from the first character of the record that is being read. */
  text: string
  at: number
  line: number
  inQuotes: boolean
  fieldStart: boolean
  /** A line over the limit is being skipped: its beginning, for the report. */
  skipped: string | null
}

const KEPT_OF_TOO_LONG = 500

const lineBreaksIn = (text: string): number => text.match(/\r\n|\n|\r/g)?.length ?? 0

/** End of the record that begins at 0 (behind its line break), or -1 when the text ends before it. */
function endOfRecord(state: State, delimiter: string, isEnd: boolean): number {
  const { text } = state
  while (state.at < text.length) {
    if (state.inQuotes) {
      const quote = text.indexOf('"', state.at)
      if (quote < 0) {
        state.at = text.length
        return -1
      }
      if (quote + 1 >= text.length && !isEnd) {
        state.at = quote
        return -1
      }
      stepOverQuote(state, quote, delimiter)
      continue
    }
    const character = text[state.at]
    if (character === '\n') return state.at + 1
    if (character === '\r') {
      if (state.at + 1 >= text.length && !isEnd) return -1
      return text[state.at + 1] === '\n' ? state.at + 2 : state.at + 1
    }
    state.inQuotes = character === '"' && state.fieldStart
    state.fieldStart = character === delimiter
    state.at += 1
  }
  return -1
}

/** Doubled: a quote in the text. Before a delimiter or a line break: the field ends. Else it is a stray one, inside. */
function stepOverQuote(state: State, quote: number, delimiter: string): void {
  const following = state.text[quote + 1]
  if (following === '"') {
    state.at = quote + 2
    return
  }
  state.at = quote + 1
  state.inQuotes =
    following !== undefined && following !== delimiter && following !== '\n' && following !== '\r'
}

function cut(state: State, end: number): string {
  const text = state.text.slice(0, end)
  state.line += lineBreaksIn(text)
  state.text = state.text.slice(end)
  state.at = 0
  state.inQuotes = false
  state.fieldStart = true
  return text.replace(/\r?\n$|\r$/, '')
}

function firstLineEnd(text: string): number {
  const found = /\r\n|\n|\r/.exec(text)
  return found ? found.index + found[0].length : text.length
}

/** Everything that can be said now; the rest stays in the state. */
function* pieces(state: State, options: CsvSplitOptions, isEnd: boolean): Generator<CsvPiece> {
  const { delimiter, limit, isRecord } = options
  while (state.text !== '') {
    const { line } = state
    const end = endOfRecord(state, delimiter, isEnd)
    if (end >= 0 && state.skipped !== null) {
      yield { kind: 'too-long', line, text: state.skipped }
      state.skipped = null
      cut(state, end)
      continue
    }
    const first = firstLineEnd(state.text)
    if (end > first && !isRecord(state.text.slice(0, end))) {
      yield { kind: 'unclosed', line, text: cut(state, first) }
      continue
    }
    if (end >= 0) {
      yield { kind: 'record', line, text: cut(state, end) }
      continue
    }
    if (state.inQuotes && (isEnd || state.text.length > limit)) {
      // A quote that never closes would swallow the rest of the file: only its own line is lost.
      yield { kind: 'unclosed', line, text: cut(state, first) }
      continue
    }
    if (isEnd) {
      yield state.skipped === null
        ? { kind: 'record', line, text: cut(state, state.text.length) }
        : { kind: 'too-long', line, text: state.skipped }
      state.text = ''
      return
    }
    if (state.text.length > limit) {
      state.skipped ??= state.text.slice(0, KEPT_OF_TOO_LONG)
      state.text = ''
      state.at = 0
    }
    return
  }
}

/**
 * Cuts CSV text into records with their first lines, in memory bounded by `limit` (characters a record).
 * A quote opens a field only at its beginning; one that never closes costs one line, not the rest of the file.
 */
export async function* splitCsv(
  chunks: AsyncIterable<string>,
  options: CsvSplitOptions,
): AsyncGenerator<CsvPiece> {
  const state: State = { text: '', at: 0, line: 1, inQuotes: false, fieldStart: true, skipped: null }
  for await (const chunk of chunks) {
    state.text += chunk
    yield* pieces(state, options, false)
  }
  yield* pieces(state, options, true)
}
