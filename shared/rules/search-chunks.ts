import { classOf, SIGN } from './script-ranges.ts'

/**
 * A piece of folded text that is searched as one.
 * 'word': letters and digits, cut where they meet and at - _ . and at a comma between digits: "e-1042" has the parts
 * e and 1042. 'run': signs of a script without spaces, each with its marks.
 */
export type Chunk = {
  readonly kind: 'word' | 'run'
  readonly parts: readonly string[]
  readonly hasDigit: boolean
}

const HYPHEN = 0x2d
const UNDERSCORE = 0x5f
const DOT = 0x2e
const COMMA = 0x2c
const isJoint = (code: number): boolean => code === HYPHEN || code === UNDERSCORE || code === DOT

const isWordClass = (found: number): boolean => found === SIGN.letter || found === SIGN.digit

/** Hands the chunks of folded text to `take`, in order. One pass, no regular expression. */
export function eachChunk(folded: string, take: (chunk: Chunk) => void): void {
  let parts: string[] = []
  let kind: Chunk['kind'] = 'word'
  let hasDigit = false
  let start = -1
  let last: number = SIGN.other
  const closePart = (end: number): void => {
    if (start >= 0) parts.push(folded.slice(start, end))
    start = -1
  }
  const closeChunk = (end: number): void => {
    closePart(end)
    if (parts.length > 0) take({ kind, parts, hasDigit })
    parts = []
    hasDigit = false
  }
  for (let index = 0; index < folded.length;) {
    const code = folded.codePointAt(index) ?? 0
    const width = code > 0xffff ? 2 : 1
    const found = classOf(code)
    if (found === SIGN.mark && start >= 0) {
      index += width
      continue
    }
    if (found === SIGN.run) {
      if (kind === 'word') closeChunk(index)
      else closePart(index)
      kind = 'run'
      start = index
    } else if (isWordClass(found)) {
      if (kind === 'run') closeChunk(index)
      else if (last !== found) closePart(index)
      kind = 'word'
      if (found === SIGN.digit) hasDigit = true
      if (start < 0) start = index
    } else {
      const isInside = start >= 0 && kind === 'word' && isInnerJoint(folded, index, { code, last })
      if (isInside) closePart(index)
      else closeChunk(index)
    }
    last = found
    index += width
  }
  closeChunk(folded.length)
}

/** "e-1042", "2.3.1", "1,249": a joint holds a word together where both its neighbours belong to words. */
function isInnerJoint(
  folded: string,
  index: number,
  { code, last }: { code: number; last: number },
): boolean {
  const next = classOf(folded.codePointAt(index + 1) ?? 0)
  if (code === COMMA) return last === SIGN.digit && next === SIGN.digit
  return isJoint(code) && isWordClass(last) && isWordClass(next)
}
