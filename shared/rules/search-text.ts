import { foldText } from './fold-text.ts'
import { eachChunk } from './search-chunks.ts'
import type { Chunk } from './search-chunks.ts'

/** Raised with every change of what `searchText` answers; a storage with another version indexes anew in the background. */
export const SEARCH_TEXT_VERSION = 1

/** Longer "words" are encoded data, not something anybody types. */
const LONGEST_WORD = 64
const LONGEST_HYPHENATED = 3
const LONGEST_QUERY = 1_000
const MOST_TERMS = 24

/** A code, number, version or hyphenated word also stands as a whole, without its joints: "e1042", "231", "email". */
function wholeOf({ parts, hasDigit }: Chunk): string | null {
  if (parts.length < 2 || (!hasDigit && parts.length > LONGEST_HYPHENATED)) return null
  const whole = parts.join('')
  return whole.length <= LONGEST_WORD ? whole : null
}

/** Overlapping pairs, then the last sign alone, so that every sign begins a token. */
function pairsOf(signs: readonly string[]): string[] {
  return signs.map((sign, index) => sign + (signs[index + 1] ?? ''))
}

/**
 * Text as the index keeps it: tokens of letters and digits, one space between them. Words are folded (case,
 * diacritics, compatibility forms); signs of scripts without spaces become overlapping pairs; codes and numbers
 * stand in their parts and whole. Pure; linear in the length of the text.
 */
export function searchText(text: string): string {
  const tokens: string[] = []
  eachChunk(foldText(text), chunk => {
    if (chunk.kind === 'run') {
      tokens.push(...pairsOf(chunk.parts))
      return
    }
    for (const part of chunk.parts) if (part.length <= LONGEST_WORD) tokens.push(part)
    const whole = wholeOf(chunk)
    if (whole !== null) tokens.push(whole)
  })
  return tokens.join(' ')
}

const quoted = (tokens: readonly string[], isLast: boolean): string =>
  `"${tokens.join(' ')}"${isLast ? '*' : ''}`

function termOf(chunk: Chunk, isLast: boolean): string {
  if (chunk.kind === 'run') {
    const [only] = chunk.parts
    // A single sign begins a pair or stands last: a prefix finds both.
    if (chunk.parts.length === 1 && only !== undefined) return quoted([only], true)
    return quoted(pairsOf(chunk.parts).slice(0, -1), isLast)
  }
  const parts = quoted(chunk.parts, isLast)
  const whole = wholeOf(chunk)
  return whole === null ? parts : `(${quoted([whole], isLast)} OR ${parts})`
}

/** Words in quotes, as one term: they stand side by side, in this order. A run may go on behind the quote. */
function phraseOf(text: string): string | null {
  const tokens = searchText(text).split(' ')
  if (tokens[0] === '') return null
  let last: Chunk | null = null
  eachChunk(foldText(text), chunk => {
    last = chunk
  })
  const run = last as Chunk | null
  if (run?.kind !== 'run') return quoted(tokens, false)
  return run.parts.length === 1 ? quoted(tokens, true) : quoted(tokens.slice(0, -1), false)
}

function wordsOf(text: string, isLast: boolean): readonly string[] {
  const chunks: Chunk[] = []
  eachChunk(foldText(text), chunk => {
    if (chunk.parts.every(part => part.length <= LONGEST_WORD)) chunks.push(chunk)
  })
  return chunks.map((chunk, index) => termOf(chunk, isLast && index === chunks.length - 1))
}

const IN_QUOTES = /["“”„«»]([^"“”„«»]+)["“”„«»]/gu

/**
 * What an agent typed as an FTS5 MATCH expression: every word must be there, the last one may be unfinished; words in
 * quotes stand side by side. Nothing typed can be syntax, because only letters and digits come through. Null when nothing
 * is left to search for.
 */
export function searchQuery(input: string): string | null {
  const typed = input.slice(0, LONGEST_QUERY)
  const terms: string[] = []
  let from = 0
  for (const match of typed.matchAll(IN_QUOTES)) {
    terms.push(...wordsOf(typed.slice(from, match.index), false))
    const phrase = phraseOf(match[1] ?? '')
    if (phrase !== null) terms.push(phrase)
    from = match.index + match[0].length
  }
  terms.push(...wordsOf(typed.slice(from), true))
  return terms.length === 0 ? null : terms.slice(0, MOST_TERMS).join(' AND ')
}
