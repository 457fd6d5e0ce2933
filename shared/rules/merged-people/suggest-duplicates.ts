import { foldText } from '../fold-text.ts'

/** What is compared of a record. */
export type Known = {
  readonly id: string
  readonly name: string
  readonly organisationId: string | null
  readonly emails: readonly string[]
  readonly phones: readonly string[]
}
/** What speaks for two records being one person: the same address, number, or a name within one organisation. */
export type DuplicateReason =
  | { readonly kind: 'email'; readonly value: string }
  | { readonly kind: 'phone'; readonly value: string }
  | { readonly kind: 'name'; readonly value: string }
export type Duplicate = { readonly id: string; readonly reasons: readonly DuplicateReason[] }

/** Fewer digits fit too many people: an extension, a short code. */
const LEAST_DIGITS = 7
/** With the country's code or without it, the end of a number is the same. */
const COMPARED_DIGITS = 9
/** Addresses many people share say nothing about one of them. */
const SHARED = new Set([
  'info',
  'office',
  'mail',
  'contact',
  'hello',
  'support',
  'sales',
  'shop',
  'admin',
  'team',
])

/** As compared: without case and spaces. Null for addresses of a whole shop. */
export function emailKey(address: string): string | null {
  const key = address.trim().toLowerCase()
  const [local = '', domain = ''] = key.split('@')
  return local === '' || domain === '' || SHARED.has(local) ? null : key
}

/** The last digits of a number; null when there are too few to mean somebody. */
export function phoneKey(number: string): string | null {
  const digits = foldText(number).replaceAll(/\D/gu, '')
  return digits.length < LEAST_DIGITS ? null : digits.slice(-COMPARED_DIGITS)
}

const wordsOf = (name: string): readonly string[] =>
  foldText(name)
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => word !== '')

const isShort = (word: string): boolean => Array.from(word).length === 1
const fits = (one: string, other: string): boolean =>
  one === other || ((isShort(one) || isShort(other)) && one[0] === other[0])

/**
 * Whether two names may be one: the same words in any order, where one of them may be an initial ("A. Ruiz", "Ruiz, Ana").
 * At least one whole word is the same, and a single word is too little.
 */
export function isSimilarName(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)]
  if (a.length < 2 || a.length !== b.length) return false
  if (!a.some(word => !isShort(word) && b.includes(word))) return false
  // Whole words first, so that an initial never takes the place of a word that is there.
  const left = [...b]
  const wanted = a.toSorted((x, y) => Number(!left.includes(x)) - Number(!left.includes(y)))
  return wanted.every(word => {
    const exact = left.indexOf(word)
    const at = exact >= 0 ? exact : left.findIndex(each => fits(word, each))
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
}

function shared(
  mine: readonly string[],
  theirs: readonly string[],
  keyOf: (text: string) => string | null,
): readonly string[] {
  const keys = new Set(theirs.flatMap(text => keyOf(text) ?? []))
  return mine.filter(text => keys.has(keyOf(text) ?? ''))
}

function reasonsFor(person: Known, other: Known): readonly DuplicateReason[] {
  const isColleague = person.organisationId !== null && person.organisationId === other.organisationId
  return [
    ...shared(person.emails, other.emails, emailKey).map(value => ({ kind: 'email' as const, value })),
    ...shared(person.phones, other.phones, phoneKey).map(value => ({ kind: 'phone' as const, value })),
    ...(isColleague && isSimilarName(person.name, other.name)
      ? [{ kind: 'name' as const, value: other.name }]
      : []),
  ]
}

/** Records that may be the same person, with what speaks for it; the ones with most reasons first, addresses before all. */
export function suggestDuplicates(person: Known, others: readonly Known[]): readonly Duplicate[] {
  const weight = ({ reasons }: Duplicate): number =>
    reasons.reduce((sum, { kind }) => sum + (kind === 'email' ? 3 : kind === 'phone' ? 2 : 1), 0)
  return others
    .filter(({ id }) => id !== person.id)
    .map(other => ({ id: other.id, reasons: reasonsFor(person, other) }))
    .filter(({ reasons }) => reasons.length > 0)
    .toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))
}
