import { foldText } from '../fold-text.ts'
import { MASK_KINDS, maskText } from '../redaction/mask-text.ts'
import { placeholdersIn, sayPlaceholders } from './placeholders.ts'

/** What is known about the people in a text, to be taken out of it. */
export type KnownPerson = {
  /** Names of people and houses: each part of a name goes by itself, too. */
  readonly names: readonly string[]
  /** Addresses, numbers to call, handles. */
  readonly contacts: readonly string[]
  /** Numbers of orders, tickets, invoices, devices. */
  readonly numbers: readonly string[]
  /** What they write in, as BCP 47 has it: what stands in the place of their words is said in it. */
  readonly language: string | null
}
export type TakenOut = { readonly text: string; readonly count: number }

const NAME = '[name]'
const CONTACT = '[contact]'
const NUMBER = '[number]'
const LEAST_NAME = 2
const LEAST_DIGITS = 6
/** Digits of a country, mostly. */
const COUNTRY = 2
/** Parts of names that are words of their own nearly always. */
const PARTICLES = new Set(['de', 'da', 'do', 'dos', 'das', 'di', 'la', 'le', 'el', 'al', 'van', 'von', 'der'])
const HOUSES = new Set([
  'gmbh',
  'ag',
  'kg',
  'ltd',
  'inc',
  'llc',
  'sl',
  'sa',
  'srl',
  'bv',
  'co',
  'the',
  'und',
  'and',
])

type Folded = {
  readonly text: string
  /** Where each folded sign begins in the text; one more for its end. */ readonly at: readonly number[]
}

/** Folded sign by sign, so that a place in the folded text is one in the text. */
function foldSigns(text: string): Folded {
  const at: number[] = []
  let folded = ''
  let place = 0
  for (const sign of text) {
    const bare = foldText(sign)
    for (let index = 0; index < bare.length; index += 1) at.push(place)
    folded += bare
    place += sign.length
  }
  at.push(place)
  return { text: folded, at }
}

const escaped = (word: string): string => word.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
/** Scripts that write without spaces have no edges of words. */
const isSpaced = (word: string): boolean =>
  !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(word)

const literally = (word: string): string => escaped(word).replaceAll(/\s+/gu, String.raw`\s{1,3}`)

/**
 * Words as they may stand in a text: at the edges of words, with an "s" of possession behind names. The edges stand once
 * around all words: for each of hundreds they would take seconds to prepare.
 */
function patternOf(words: readonly string[], mayOwn: boolean): RegExp {
  const sorted = words.toSorted((a, b) => b.length - a.length)
  const spaced = sorted.filter(isSpaced).map(literally).join('|')
  const unspaced = sorted.filter(word => !isSpaced(word)).map(literally)
  const own = mayOwn ? "(?:['’]?s)?" : ''
  const atEdges = String.raw`(?<![\p{L}\p{N}])(?:${spaced})${own}(?![\p{L}\p{N}])`
  return new RegExp([...(spaced === '' ? [] : [atEdges]), ...unspaced].join('|'), 'gu')
}

type Range = { readonly from: number; readonly end: number; readonly by: string }

type Finder = (folded: Folded) => readonly Range[]

function finderOf(words: readonly string[], by: string): Finder {
  const wanted = [...new Set(words.map(word => foldText(word).trim()).filter(word => word !== ''))]
  if (wanted.length === 0) return () => []
  const pattern = patternOf(wanted, by === NAME)
  return ({ text, at }) =>
    [...text.matchAll(pattern)].map(match => ({
      from: at[match.index] ?? 0,
      end: at[match.index + match[0].length] ?? 0,
      by,
    }))
}

/** Puts placeholders in the places of ranges; the first of those that overlap holds, and none eats a placeholder. */
function putOut(text: string, ranges: readonly Range[]): TakenOut {
  const kept = placeholdersIn(text).map(match => ({
    from: match.index,
    end: match.index + match[0].length,
  }))
  const free = ranges.filter(({ from, end }) => kept.every(each => end <= each.from || from >= each.end))
  let result = ''
  let place = 0
  let count = 0
  for (const { from, end, by } of free.toSorted((a, b) => a.from - b.from || b.end - a.end)) {
    if (from < place || end <= from) continue
    result += text.slice(place, from) + by
    place = end
    count += 1
  }
  return { text: result + text.slice(place), count }
}

/** A full name, and its parts that are nothing else. */
function partsOf(name: string): readonly string[] {
  const parts = name.split(/[\s,.;/()&]+/u).filter(part => {
    const bare = foldText(part)
    return bare.length >= LEAST_NAME && !PARTICLES.has(bare) && !HOUSES.has(bare)
  })
  // Of a double name one half is used alone.
  const halves = parts.flatMap(part => part.split(/[-‐–]/u)).filter(half => half.length > LEAST_NAME)
  return [name, ...parts, ...halves]
}

/** A number to call as people write it, with its country or without: the digits, and whatever stands between them. */
function callPatterns(contact: string): readonly string[] {
  const digits = contact.replaceAll(/\D/gu, '')
  if (!/^[+\d\s()./-]+$/u.test(contact.trim()) || digits.length < LEAST_DIGITS) return []
  const local = [COUNTRY, COUNTRY + 1, 1].map(length => digits.slice(length))
  return [digits, ...local.filter(each => each.length >= LEAST_DIGITS)].map(
    each => String.raw`(?<!\d)(?:\+|0{1,2})?${each.split('').join(String.raw`[\s()./-]*`)}(?!\d)`,
  )
}

/** Words with a small or a capital letter in front; `\p{Lu}` beside them must not forget its case. */
const anyCase = (words: string): string =>
  words
    .split('|')
    .map(word => `[${word.slice(0, 1).toLowerCase()}${word.slice(0, 1).toUpperCase()}]${word.slice(1)}`)
    .join('|')

const GREETINGS = anyCase(
  'hi|hello|hey|dear|good morning|good afternoon|good evening|hallo|guten tag|guten morgen|guten abend|liebe|lieber|liebes|sehr geehrte|sehr geehrter|hola|estimada|estimado|buenos días|bonjour|cher|chère|olá|cara|caro|prezada|prezado',
)
const TITLES = anyCase('mr|mrs|ms|dr|herr|herrn|frau|señor|señora|madame|monsieur')
const CLOSINGS = anyCase(
  'regards|wishes|thanks|thank you|cheers|sincerely|best|yours|grüße|grüßen|gruß|gruss|danke|saludos|gracias|cordialement|merci|obrigada|obrigado|abraços',
)
const INTRODUCTIONS = anyCase(
  "my name is|ich bin|ich heiße|mein name ist|me llamo|je m'appelle|je m’appelle|meu nome é",
)
const ONE_NAME = String.raw`\p{Lu}[\p{L}'’.-]{1,40}`

/**
 * Names that stand where letters begin and end, telephone numbers without their country, codes, streets. No length is
 * without an end: a text made to be slow must not hold up a hub.
 */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      String.raw`(?<=(?:^|\n)\s{0,6}(?:${GREETINGS})[ ,]{1,3})(?:(?:${TITLES})\.? )?${ONE_NAME}(?: ${ONE_NAME}){0,2}`,
      'gu',
    ),
    NAME,
  ],
  [
    new RegExp(
      String.raw`(?<=(?:${CLOSINGS})[,.!]?[ \t]{0,4}\n\s{0,6})${ONE_NAME}(?:[ \t]{1,3}${ONE_NAME}){0,3}(?=[ \t,.]{0,4}(?:\n|$))`,
      'gu',
    ),
    NAME,
  ],
  [new RegExp(String.raw`(?<=(?:${INTRODUCTIONS})\s)${ONE_NAME}(?: ${ONE_NAME}){0,2}`, 'gu'), NAME],
  [/(?<![\w.])(?:\(?0|\+)\d[\d ()./-]{5,20}\d(?!\w)/gu, '[phone]'],
  [/(?<![\p{L}\p{N}])#\d{3,}/gu, NUMBER],
  [
    /(?<![\p{L}\p{N}[])(?=[A-Z0-9-]{0,20}\d{4})[A-Z]{1,5}-?[A-Z0-9]{0,12}-?\d{3,20}(?:-[A-Z0-9]{1,12}){0,4}(?![\p{L}\p{N}])/gu,
    NUMBER,
  ],
  [/(?<![\d.,:])\d{6,}(?![\d,:])/gu, NUMBER],
  [
    /(?<!\p{L})\p{Lu}[\p{L}-]{0,40}(?:straße|strasse|str\.|weg|platz|gasse|allee)\s{1,3}\d{1,5}\s?[a-z]?(?![\p{L}\p{N}])/gu,
    '[street]',
  ],
  [
    /(?<![\p{L}\p{N}])\d{1,5}\s{1,3}(?:\p{Lu}[\p{L}'’-]{1,40}\s{1,3}){1,3}(?:Street|Road|Avenue|Lane|Drive|St\.|Rd\.|Ave\.)/gu,
    '[street]',
  ],
]

function takeShapes(text: string): TakenOut {
  let taken = text
  let count = 0
  for (const [pattern, by] of SHAPES) {
    const ranges = [...taken.matchAll(pattern)].map(match => ({
      from: match.index,
      end: match.index + match[0].length,
      by,
    }))
    const next = putOut(taken, ranges)
    taken = next.text
    count += next.count
  }
  return { text: taken, count }
}

/**
 * Takes personal data out of texts: what is known of the person, whatever its case and accents, then what looks like
 * it. Placeholders say what stood there. Pure; taking out twice is taking out once. It errs on the side of too much: a
 * person reads the result before anybody else does. Prepared once for all texts of one person.
 */
export function cleanerOf({ names, contacts, numbers, language }: KnownPerson): (text: string) => TakenOut {
  const calls = contacts.flatMap(callPatterns).map(pattern => new RegExp(pattern, 'gu'))
  const finders = [
    finderOf(contacts, CONTACT),
    finderOf(
      numbers.filter(number => number.trim().length > 2),
      NUMBER,
    ),
    finderOf(names.flatMap(partsOf), NAME),
  ]
  return text => {
    const shaped = maskText(text, { kinds: MASK_KINDS, words: [], lines: new Set() })
    const folded = foldSigns(shaped.text)
    const called = calls.flatMap(pattern =>
      [...shaped.text.matchAll(pattern)].map(match => ({
        from: match.index,
        end: match.index + match[0].length,
        by: '[phone]',
      })),
    )
    const known = putOut(shaped.text, [...called, ...finders.flatMap(find => find(folded))])
    const rest = takeShapes(known.text)
    return { text: sayPlaceholders(rest.text, language), count: shaped.count + known.count + rest.count }
  }
}

/** The same for one text. */
export const takeOut = (text: string, known: KnownPerson): TakenOut => cleanerOf(known)(text)

/** What is taken out of every text: nothing is known. */
export const NOBODY: KnownPerson = { names: [], contacts: [], numbers: [], language: null }
