import { foldText, isAscii } from '../../../shared/rules/fold-text.ts'
import { eachChunk } from '../../../shared/rules/search-chunks.ts'

export type ExcerptPiece = { readonly text: string; readonly isHit: boolean }

const BEFORE = 40
const LENGTH = 160
const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** The folded beginnings that count as a hit: words by their start, runs of signs anywhere. */
function termsOf(query: string): readonly { readonly text: string; readonly isRun: boolean }[] {
  const terms: { text: string; isRun: boolean }[] = []
  eachChunk(foldText(query), chunk => {
    if (chunk.kind === 'run') terms.push({ text: chunk.parts.join(''), isRun: true })
    else for (const part of chunk.parts) terms.push({ text: part, isRun: false })
  })
  return terms
}

type Span = { readonly start: number; readonly end: number }

/** In plain English folding changes no length: one pass over the text finds what the words below would find. */
function hitsInAscii(text: string, terms: ReturnType<typeof termsOf>): readonly Span[] {
  // Only letters and digits are left in a term: nothing in it can be syntax of an expression.
  const words = terms.map(term => term.text).filter(isAscii)
  if (words.length === 0) return []
  const spans: Span[] = []
  let end = Number.POSITIVE_INFINITY
  for (const match of text.matchAll(new RegExp(`(?<![a-z0-9])(?:${words.join('|')})`, 'gi'))) {
    if (match.index > end) break
    end = Math.min(end, match.index + LENGTH)
    spans.push({ start: match.index, end: match.index + match[0].length })
  }
  return spans
}

function hitsIn(text: string, terms: ReturnType<typeof termsOf>): readonly Span[] {
  if (isAscii(text)) return hitsInAscii(text, terms)
  const spans: Span[] = []
  let end = Number.POSITIVE_INFINITY
  for (const match of text.matchAll(WORD)) {
    // What comes after the piece is not shown: long mails need not be read to their end.
    if (match.index > end) break
    const folded = foldText(match[0])
    for (const { text: term, isRun } of terms) {
      // Folding can change lengths; a hit is marked only where the places are sure.
      const at = isRun ? folded.indexOf(term) : folded.startsWith(term) ? 0 : -1
      if (at < 0) continue
      const start = match.index + Math.min(at, match[0].length)
      end = Math.min(end, start + LENGTH)
      spans.push({ start, end: Math.min(start + term.length, match.index + match[0].length) })
      break
    }
  }
  return spans
}

/** A piece of the text around its first hit, hits marked. One line; at most about 160 signs. */
export function excerptOf(source: string, query: string): readonly ExcerptPiece[] {
  const text = source.replace(/\s+/gu, ' ').trim()
  const spans = hitsIn(text, termsOf(query))
  const from = Math.max(0, (spans[0]?.start ?? 0) - BEFORE)
  const to = Math.min(text.length, from + LENGTH)
  const pieces: ExcerptPiece[] = []
  let at = from
  if (from > 0) pieces.push({ text: '… ', isHit: false })
  for (const { start, end } of spans) {
    if (start < at || end > to) continue
    if (start > at) pieces.push({ text: text.slice(at, start), isHit: false })
    pieces.push({ text: text.slice(start, end), isHit: true })
    at = end
  }
  if (at < to) pieces.push({ text: text.slice(at, to), isHit: false })
  if (to < text.length) pieces.push({ text: ' …', isHit: false })
  return pieces
}
