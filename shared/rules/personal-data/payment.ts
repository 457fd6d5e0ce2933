import { luhn, shapesIn } from '../redaction/mask-text.ts'
import type { Shaped } from '../redaction/mask-text.ts'

/** Numbers as they are printed on cards: without gaps, in fours, or as four, six and five. */
const GROUPED =
  /(?<![\p{L}\d.,/_-])(?:\d{4}([ -]?)\d{4}\1\d{4}\1\d{1,7}|\d{4}([ -]?)\d{6}\2\d{4,5})(?![\p{L}\d/_-]|[.,]\d)/gu
/** Beginnings that are given out, with how long a number of theirs is. */
const ISSUED: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/u,
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/u,
  /^3[47]\d{13}$/u,
  /^(?:6011|65\d{2}|64[4-9]\d)\d{12}$/u,
  /^(?:30[0-5]|3[689]\d)\d{11}$/u,
  /^35(?:2[89]|[3-8]\d)\d{12}$/u,
]
/** A number that is said to be something else is no card. */
const OTHER =
  /(?:track|sendung|paket|parcel|shipment|env[ií]o|seguimiento|colis|suivi|rastre|encomenda|order|bestell|pedido|commande|invoice|rechnung|factur|fatura|imei|serial|serien|serie|s\/n|ticket|reference|referenz|référence)[^\n.!?]{0,24}$/iu
const LOOKED_BACK = 48

const saysOther = (text: string, at: number): boolean =>
  OTHER.test(text.slice(Math.max(0, at - LOOKED_BACK), at))

/** Card numbers: grouped as cards are, of an issuer, with the right last digit, and not called something else. */
export const cardsIn = (text: string): readonly Shaped[] =>
  [...text.matchAll(GROUPED)].flatMap(({ 0: words, index: at }) => {
    const digits = words.replaceAll(/\D/gu, '')
    const isCard = ISSUED.some(pattern => pattern.test(digits)) && luhn(digits) && !saysOther(text, at)
    return isCard ? [{ at, words }] : []
  })

const A = 'A'.codePointAt(0) ?? 0
const asNumber = (character: string): string =>
  /\d/u.test(character) ? character : String((character.codePointAt(0) ?? 0) - A + 10)

/** The check of ISO 13616: moved round and read as a number, the rest by 97 is 1. */
export function isIban(words: string): boolean {
  const compact = words.replaceAll(' ', '')
  if (compact.length < 15 || compact.length > 34) return false
  const digits = Array.from(compact.slice(4) + compact.slice(0, 4))
    .map(asNumber)
    .join('')
  return Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0) === 1
}

const PARTS = / /gu

/** A word behind a number may read like its end: as much of it as passes the check. */
function longestIban(words: string): string | null {
  if (isIban(words)) return words
  const cuts = [...words.matchAll(PARTS)].map(({ index }) => index).toReversed()
  const cut = cuts.find(at => isIban(words.slice(0, at)))
  return cut === undefined ? null : words.slice(0, cut)
}

export const ibansIn = (text: string): readonly Shaped[] =>
  shapesIn(text, 'iban').flatMap(({ at, words }) => {
    const iban = longestIban(words)
    return iban === null ? [] : [{ at, words: iban }]
  })
