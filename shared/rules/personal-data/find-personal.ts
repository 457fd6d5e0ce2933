import { contentWords, isSameWord } from '../diagnosis/content-words.ts'
import { shapesIn } from '../redaction/mask-text.ts'
import type { Shaped } from '../redaction/mask-text.ts'
import { identitiesIn } from './identity.ts'
import { cardsIn, ibansIn } from './payment.ts'
import { secretsIn } from './secrets.ts'

/** What may be too much to send, the gravest first. 'someone': how to reach another customer. 'sensitive': told in confidence. */
export const PERSONAL_KINDS = ['card', 'iban', 'secret', 'identity', 'someone', 'sensitive'] as const
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

export type PersonalFinding = Shaped & {
  readonly kind: PersonalKind
  /** Of 'someone' their name. */
  readonly whose: string | null
}

/** What this laptop knows about the words of a reply. */
export type KnownData = {
  /** Canned words of the team: what stands in them is the house's own, its account for example. */
  readonly house: readonly string[]
  /** Addresses and numbers out of `reachesIn` that lead to other customers. */
  readonly others: readonly { readonly value: string; readonly name: string }[]
  /** What the person told in confidence, as it was written down. */
  readonly sensitive: readonly string[]
}
export const NOTHING_KNOWN: KnownData = { house: [], others: [], sensitive: [] }

/** In links there are keys and numbers that belong there. */
const withoutLinks = (text: string): string =>
  text.replaceAll(/[a-z][\d+.a-z-]{1,15}:\/\/\S+/giu, link => ' '.repeat(link.length))

const NUMBER = /(?<![\p{L}\d.,/-])(?:\+|00)?\(?\d(?:[ ()./-]{0,2}\d){7,14}(?![\p{L}\d/-]|[.,]\d)/gu
const MOST_REACHES = 12

export type Reaches = { readonly emails: readonly string[]; readonly phones: readonly string[] }

/** What in a text may lead to somebody: addresses, and numbers that could be dialled. Each once, a dozen at most. */
export function reachesIn(text: string): Reaches {
  const plain = withoutLinks(text)
  const once = (found: readonly string[]): readonly string[] => [...new Set(found)].slice(0, MOST_REACHES)
  return {
    emails: once(shapesIn(plain, 'email').map(({ words }) => words)),
    phones: once([...plain.matchAll(NUMBER)].map(([words]) => words)),
  }
}

const placesOf = (text: string, words: string): readonly number[] => {
  const at = text.indexOf(words)
  return at < 0 ? [] : [at]
}

const compact = (text: string): string => text.replaceAll(/[^\p{L}\p{N}@]/gu, '').toLowerCase()

const SENTENCE = /[^\s.!?\n][^.!?\n]*[.!?]*/gu

/** Whether every word is there in some form, each another one. */
function repeats(said: readonly string[], wanted: readonly string[]): boolean {
  const meant = wanted.map(word => said.filter(other => isSameWord(word, other)))
  return meant.every(found => found.length > 0) && new Set(meant.flat()).size >= wanted.length
}

/** Sentences that say what was told in confidence. */
function sensitiveIn(text: string, told: readonly string[]): readonly Shaped[] {
  const wanted = told.map(contentWords).filter(words => words.length > 0)
  if (wanted.length === 0) return []
  return [...text.matchAll(SENTENCE)].flatMap(({ 0: words, index: at }) => {
    const said = contentWords(words)
    return wanted.some(each => repeats(said, each)) ? [{ at, words: words.trimEnd() }] : []
  })
}

const overlaps = (one: Shaped, other: Shaped): boolean =>
  one.at < other.at + other.words.length && other.at < one.at + one.words.length

/** Of what lies over each other the gravest stays. */
const apart = (findings: readonly PersonalFinding[]): readonly PersonalFinding[] =>
  findings.reduce<readonly PersonalFinding[]>(
    (kept, each) => (kept.some(other => overlaps(each, other)) ? kept : [...kept, each]),
    [],
  )

/**
 * What in a text is personal beyond what its receiver needs: card and account numbers, secrets, numbers of identity, how
 * to reach other customers, what was told in confidence. The gravest first, then in the order of the text. Pure and
 * local; it advises and decides nothing.
 */
export function findPersonal(text: string, known: KnownData = NOTHING_KNOWN): readonly PersonalFinding[] {
  const plain = withoutLinks(text)
  const house = compact(known.house.join('\n'))
  const isOfHouse = ({ words }: Shaped): boolean => house.includes(compact(words))
  const of = (kind: PersonalKind, shaped: readonly Shaped[]): readonly PersonalFinding[] =>
    shaped
      .filter(each => kind === 'sensitive' || !isOfHouse(each))
      .toSorted((a, b) => a.at - b.at || b.words.length - a.words.length)
      .map(each => ({ ...each, kind, whose: null }))
  const others = known.others.flatMap(({ value, name }) =>
    of(
      'someone',
      placesOf(text, value).map(at => ({ at, words: value })),
    ).map(each => ({ ...each, whose: name })),
  )
  return apart([
    ...of('card', cardsIn(plain)),
    ...of('iban', ibansIn(plain)),
    ...of('secret', secretsIn(plain)),
    ...of('identity', identitiesIn(plain)),
    ...others,
    ...of('sensitive', sensitiveIn(text, known.sensitive)),
  ])
}

const ASKED: ReadonlySet<PersonalKind> = new Set(['card', 'iban', 'secret'])

/** What is asked about once before it leaves: money and keys can be misused by whoever reads along. */
export const isAskedAbout = ({ kind }: Pick<PersonalFinding, 'kind'>): boolean => ASKED.has(kind)

const LAST = 4
/** Of a card or an account the end is enough to know which is meant. */
const remainder = ({ kind, words }: PersonalFinding): string =>
  kind === 'card' || kind === 'iban' ? `…${words.replaceAll(/[ -]/gu, '').slice(-LAST)}` : ''

/** The text without what was found: cards and accounts keep their last four characters, the rest goes. */
export function takeOut(text: string, findings: readonly PersonalFinding[]): string {
  const taken = findings
    .toSorted((a, b) => b.at - a.at)
    .reduce((rest, finding) => {
      const end = finding.at + finding.words.length
      if (rest.slice(finding.at, end) !== finding.words) return rest
      return rest.slice(0, finding.at) + remainder(finding) + rest.slice(end)
    }, text)
  return taken.replaceAll(/(?<=\S) {2,}(?=\S)/gu, ' ')
}
