import type { Line } from './json-rows.ts'

/** One mail of an mbox file, with the place of its bytes (as the file holds them, `>From ` still escaped). */
export type MboxPiece = {
  readonly kind: 'mail' | 'too-long' | 'no-mailbox'
  /** Line of its first header, 1-based. */
  readonly line: number
  readonly offset: number
  readonly length: number
  /** The mail as binary text (one character a byte), unescaped; the beginning only when it is too long. */
  readonly text: string
}

const SEPARATOR = /^From .*\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .*\d{1,2}:\d\d/
const ESCAPED = /^>+From /
const KEPT_OF_TOO_LONG = 500

/** Takes away the `>` that mbox puts in front of "From " at the beginning of a line (mboxrd: one of any number). */
export const unescapeFrom = (line: string): string => (ESCAPED.test(line) ? line.slice(1) : line)

type Open = { line: number; offset: number; length: number; parts: string[]; kept: number }

/**
 * Cuts an mbox file into mails. A line "From … weekday … time" begins a mail when it is the first line or follows an
 * empty one; the same words in a text do not. `lines` are binary text without their line feeds.
 */
export async function* splitMbox(lines: AsyncIterable<Line>, limit: number): AsyncGenerator<MboxPiece> {
  let open: Open | null = null
  let offset = 0
  let afterEmpty = true
  for await (const { line, text } of lines) {
    const bare = text.endsWith('\r') ? text.slice(0, -1) : text
    const size = text.length + 1
    if (afterEmpty && SEPARATOR.test(bare)) {
      if (open) yield pieceOf(open, limit)
      open = { line: line + 1, offset: offset + size, length: 0, parts: [], kept: 0 }
    } else if (open) {
      keep(open, `${unescapeFrom(text)}\n`, { size, limit })
    } else if (bare !== '') {
      yield { kind: 'no-mailbox', line, offset, length: size, text: bare.slice(0, KEPT_OF_TOO_LONG) }
      return
    }
    afterEmpty = bare === ''
    offset += size
  }
  if (open) yield pieceOf(open, limit)
}

function keep(
  open: Open,
  text: string,
  { size, limit }: { readonly size: number; readonly limit: number },
): void {
  open.length += size
  if (open.length > limit) {
    if (open.kept > KEPT_OF_TOO_LONG) {
      open.parts = [open.parts.join('').slice(0, KEPT_OF_TOO_LONG)]
      open.kept = KEPT_OF_TOO_LONG
    }
    return
  }
  open.parts.push(text)
  open.kept += text.length
}

const pieceOf = ({ line, offset, length, parts }: Open, limit: number): MboxPiece => ({
  kind: length > limit ? 'too-long' : 'mail',
  line,
  offset,
  length,
  text: parts.join(''),
})
