import type { Shaped } from '../redaction/mask-text.ts'

const digitsOf = (words: string): string => words.replaceAll(/\D/gu, '')

const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'
/** Spanish: the letter follows from the number; foreigners have a letter in front that stands for a digit. */
function isSpanish(words: string): boolean {
  const compact = words.replaceAll(/[ -]/gu, '').toUpperCase()
  const number = compact.slice(0, -1).replace(/^[XYZ]/u, letter => String('XYZ'.indexOf(letter)))
  return DNI_LETTERS[Number(number) % 23] === compact.at(-1)
}

/** Brazilian: two digits that check the nine before them. */
function isBrazilian(words: string): boolean {
  const digits = Array.from(digitsOf(words), Number)
  if (new Set(digits).size === 1) return false
  return [9, 10].every(length => {
    const sum = digits.slice(0, length).reduce((all, digit, index) => all + digit * (length + 1 - index), 0)
    return ((sum * 10) % 11) % 10 === digits[length]
  })
}

/** French: the last two digits check the thirteen before them. */
function isFrench(words: string): boolean {
  const digits = digitsOf(words)
  return 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13))
}

type Shape = { readonly pattern: RegExp; readonly isReal?: (words: string) => boolean }
const SHAPES: readonly Shape[] = [
  // United States: no area 000, 666 or from 900, no group 00, no serial 0000.
  { pattern: /(?<![\p{L}\d./-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\p{L}\d./-])/gu },
  { pattern: /(?<![\p{L}\d./-])(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z](?![\p{L}\d/-])/gu, isReal: isSpanish },
  {
    pattern:
      /(?<![\p{L}\d./-])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![\p{L}\d/-])/gu,
  },
  { pattern: /(?<![\p{L}\d./-])\d{3}\.\d{3}\.\d{3}-\d{2}(?![\p{L}\d./-])/gu, isReal: isBrazilian },
  {
    pattern: /(?<![\p{L}\d./-])[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d{2} ?\d{3} ?\d{3} ?\d{2}(?![\p{L}\d./-])/gu,
    isReal: isFrench,
  },
  // Whatever it looks like, where it is called one.
  {
    pattern:
      /(?<=(?<![\p{L}\p{N}])(?:passport|reisepass|personalausweis|ausweis|pasaporte|passeport|passaporte|dni|nie|nif|cpf|steuer-?id|tax id|ssn|social security)(?:[ -]?(?:no\.?|nr\.?|number|nummer|número|numéro|n[º°.]))?\s{0,2}[:#]?\s{0,2})[\p{L}\d](?:[ .-]?[\p{L}\d]){5,14}(?![\p{L}\d])/giu,
    isReal: words => digitsOf(words).length >= 5,
  },
]

/** Numbers by which a state knows somebody, checked where they can be. */
export const identitiesIn = (text: string): readonly Shaped[] =>
  SHAPES.flatMap(({ pattern, isReal }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: words, index: at }) =>
      isReal === undefined || isReal(words) ? [{ at, words }] : [],
    ),
  )
