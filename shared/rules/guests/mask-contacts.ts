import { Address } from '../../domain/values.ts'
import type { AnyRow, TableName } from '../../domain/tables.ts'
import { isGuest } from './what-guests-may.ts'
import { luhn } from '../redaction/mask-text.ts'

const MASK = '***'
const SHOWN_DIGITS = 2
const SHOWN_OF_ACCOUNT = 4

const EMAIL = /(?<![\p{L}\p{N}._%+*-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const IBAN = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/gu
const CARD = /(?<![\d.])\d(?:[ -]?\d){12,18}(?![\d.])/gu
/** With the sign of a country or a leading zero: what begins otherwise is an order, a serial number, an amount. */
const PHONE = /(?<![\p{L}\d.,/+*-])(?:\+|(?<!:)0)\(?\d(?:[ ()./-]{0,2}\d){6,14}(?![\p{L}\d]|[-./:,]\d)/gu
const DATE = /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}/u
const LEAST_DIGITS = 8

/** Whether something may be masked in it. */
export const hasMask = (value: unknown): boolean => typeof value === 'string' && value.includes(MASK)

const digitsOf = (text: string): string => text.replaceAll(/\D/gu, '')
const last = (text: string, count: number): string => `${MASK}${text.slice(-count)}`

/** `ana.ruiz@example.com` as `a***@example.com`: enough to know who is meant, too little to write to. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  if (at <= 0 || address.includes(MASK)) return address
  return `${String.fromCodePoint(address.codePointAt(0) ?? 0)}${MASK}${address.slice(at)}`
}

function maskPhone(found: string): string {
  const digits = digitsOf(found)
  return digits.length < LEAST_DIGITS || DATE.test(found) ? found : last(digits, SHOWN_DIGITS)
}

/** A text with the ways to reach and to charge somebody masked: addresses, numbers, accounts, cards. Twice is once. */
export function maskContacts(text: string): string {
  return text
    .replaceAll(EMAIL, maskAddress)
    .replaceAll(IBAN, found => last(found.replaceAll(' ', ''), SHOWN_OF_ACCOUNT))
    .replaceAll(CARD, found => (luhn(digitsOf(found)) ? last(digitsOf(found), SHOWN_OF_ACCOUNT) : found))
    .replaceAll(PHONE, maskPhone)
}

const maskOne = ({ name, address }: Address): Address => ({
  name: name === null ? null : maskContacts(name),
  address: address.includes('@') ? maskAddress(address) : maskContacts(address),
})

/** Columns with words or receivers, by table. What lies in files is masked where the hub hands them out. */
const MASKED: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  customers: ['name'],
  tickets: ['subject'],
  messages: ['from', 'to', 'cc', 'bodyText', 'bodyHtml'],
  notes: ['body'],
  proposals: ['to', 'cc', 'bodyText', 'words'],
  handOvers: ['note'],
  escalations: ['summary', 'outcome'],
  remoteSessions: ['consentBy', 'done'],
  rootCauses: ['evidence', 'remedyText'],
  attachments: ['fileName'],
  diagnoses: ['symptom', 'environment'],
  askedTried: ['words', 'outcome'],
  guideRuns: ['answers', 'outcome'],
  events: ['facts'],
}

/** Ids among the words: eight digits of one would pass for a number to call. */
const ID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

function maskValue(value: unknown): unknown {
  if (typeof value === 'string') return ID.test(value) ? value : maskContacts(value)
  if (Array.isArray(value)) return value.map(maskValue)
  const address = Address.safeParse(value)
  if (address.success) return maskOne(address.data)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, maskValue(each)]))
}

/** A value as somebody of this role is given it. */
export const asGiven = (role: string, value: string | number | boolean | null): typeof value =>
  isGuest(role) && typeof value === 'string' ? maskContacts(value) : value

/** What is masked of a text and what is shown in its place, in the order of the text. */
function underMasks(text: string): ReadonlyMap<string, readonly string[]> {
  const found = [EMAIL, IBAN, CARD, PHONE].flatMap(pattern => [...text.matchAll(pattern)])
  const under = new Map<string, readonly string[]>()
  for (const [each] of found.toSorted((a, b) => a.index - b.index)) {
    const shown = maskContacts(each)
    if (shown !== each) under.set(shown, [...(under.get(shown) ?? []), each])
  }
  return under
}

const literally = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)

/** Words a guest gives back, with what was masked in them as it stands in the text they were given. */
export function withMasked(given: string, standing: string): string {
  const under = underMasks(standing)
  if (under.size === 0) return given
  const shown = [...under.keys()].toSorted((a, b) => b.length - a.length).map(literally)
  const pattern = new RegExp(String.raw`(?<![\p{L}\d*])(?:${shown.join('|')})(?![\p{L}\d])`, 'gu')
  const seen = new Map<string, number>()
  return given.replaceAll(pattern, each => {
    const nth = seen.get(each) ?? 0
    seen.set(each, nth + 1)
    const meant = under.get(each) ?? []
    return meant[nth] ?? meant.at(-1) ?? each
  })
}

/** A row without the ways to reach anybody. */
export function maskRow(table: TableName, row: AnyRow): AnyRow {
  const columns = MASKED[table]
  if (!columns) return row
  return { ...row, ...Object.fromEntries(columns.map(column => [column, maskValue(row[column])])) }
}

/**
 * Receivers as whoever sends needs them: a masked one is the one among `known` it was made of. One that could be several,
 * or nobody, is left out: a colleague says who is meant before anything leaves.
 */
export function unmasked(receivers: readonly Address[], known: readonly Address[]): Address[] {
  return receivers.flatMap(receiver => {
    if (!receiver.address.includes(MASK)) return [receiver]
    const meant = known.filter(each => maskOne(each).address === receiver.address)
    const byAddress = new Map(meant.map(each => [each.address, each]))
    const named = [...byAddress.values()].filter(each => maskOne(each).name === receiver.name)
    const [only, second] = byAddress.size > 1 ? named : [...byAddress.values()]
    return only && !second ? [{ ...receiver, name: only.name, address: only.address }] : []
  })
}
