/** What a sign is to search. */
export const SIGN = {
  /** Neither letter nor digit: it ends a word. */
  other: 0,
  letter: 1,
  digit: 2,
  /** A sign of a script written without spaces. */
  run: 3,
  /** Belongs to the sign before it. */
  mark: 4,
} as const

/**
 * Scripts written without spaces between words: Thai, Lao, Burmese, Khmer, Han, kana. Hangul has spaces, but its words
 * carry endings, so pairs of signs find more than whole words do.
 */
const RUN_RANGES: readonly (readonly [number, number])[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x11ff],
  [0x1780, 0x17ff],
  [0x2e80, 0x2fdf],
  [0x3005, 0x3007],
  [0x3040, 0x318f],
  [0x31a0, 0x31ff],
  [0x3400, 0x9fff],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
  [0x20000, 0x3ffff],
]

const isInRun = (code: number): boolean =>
  code >= 0x0e00 && RUN_RANGES.some(([first, last]) => code >= first && code <= last)

const LETTER = /^\p{L}$/u
const DIGIT = /^\p{N}$/u
const MARK = /^\p{M}$/u

function classify(code: number): number {
  const sign = String.fromCodePoint(code)
  if (MARK.test(sign)) return SIGN.mark
  if (DIGIT.test(sign)) return SIGN.digit
  if (!LETTER.test(sign)) return SIGN.other
  return isInRun(code) ? SIGN.run : SIGN.letter
}

const PLANE = 0x10000
/** One byte for each sign of the basic plane, filled as signs come by: 0 unknown, else class + 1. */
const known = new Uint8Array(PLANE)

/** Class of a code point. Regular expressions run once for each sign of the alphabet, never for each sign of a text. */
export function classOf(code: number): number {
  if (code >= PLANE) return classify(code)
  const cached = known[code] ?? 0
  if (cached > 0) return cached - 1
  const found = classify(code)
  known[code] = found + 1
  return found
}
