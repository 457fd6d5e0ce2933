/** Small numbers as people write them, in English, German and Spanish. */
const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  ein: 1,
  eine: 1,
  einem: 1,
  einer: 1,
  eines: 1,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  un: 1,
  una: 1,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
}

/** A number as a part of a pattern. */
export const NUMBER = `\\d{1,3}|${Object.keys(WORDS).join('|')}`

/** What it stands for; null for what is none. */
export function numberOf(text: string): number | null {
  const word = WORDS[text.toLowerCase()]
  if (word !== undefined) return word
  return /^\d{1,3}$/.test(text) ? Number(text) : null
}

/** Days of the week from 1, months from 1, as they begin; longer forms go with them. */
const WEEKDAYS: readonly (readonly [string, number])[] = [
  ['mon|montag|lunes', 1],
  ['tue|dienstag|martes', 2],
  ['wed|mittwoch|miércoles|miercoles', 3],
  ['thu|donnerstag|jueves', 4],
  ['fri|freitag|viernes', 5],
  ['sat|samstag|sonnabend|sábado|sabado', 6],
  ['sun|sonntag|domingo', 7],
]
export const WEEKDAY =
  '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend|' +
  'lunes|martes|miércoles|miercoles|jueves|viernes|sábado|sabado|domingo'

export function weekdayNamed(name: string): number | null {
  const low = name.toLowerCase()
  const found = WEEKDAYS.find(([starts]) => starts.split('|').some(start => low.startsWith(start)))
  return found?.[1] ?? null
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const OTHERS: Readonly<Record<string, number>> = {
  jän: 1,
  ene: 1,
  mär: 3,
  mai: 5,
  abr: 4,
  ago: 8,
  okt: 10,
  dez: 12,
  dic: 12,
}
export const MONTH =
  'january|february|march|april|may|june|july|august|september|october|november|december|' +
  'januar|jänner|februar|märz|mai|juni|juli|oktober|dezember|' +
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|' +
  'jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|okt\\.?|nov\\.?|dec\\.?|dez\\.?'

export function monthNamed(name: string): number | null {
  const start = name.toLowerCase().slice(0, 3)
  const index = MONTHS.indexOf(start)
  return index >= 0 ? index + 1 : (OTHERS[start] ?? null)
}
