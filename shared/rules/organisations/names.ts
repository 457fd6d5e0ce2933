import { foldText } from '../fold-text.ts'

/** Forms of companies; they say nothing about which company it is. Compared as `foldText` leaves them, without dots. */
const LEGAL_FORMS = new Set(
  [
    'ab ag aps as asa bv co company corp corporation cv eg ek ev gbr gmbh inc incorporated kft kg kgaa limited llc llp',
    'lp ltd ltda mbh nv oe ohg oy oyj plc pty sa sarl sas sc sca se sl slu sp spa spj spzoo srl srls sro ug zrt',
  ]
    .join(' ')
    .split(' '),
)
/** Words between the words of a name. */
const FILLING = new Set([
  'and',
  'und',
  'y',
  'et',
  'e',
  'the',
  'die',
  'der',
  'das',
  'la',
  'el',
  'le',
  'les',
  'los',
])

/** Domains many firms write from: they say nothing about one. */
const SHARED_DOMAINS = new Set([
  'aol.com',
  'gmail.com',
  'gmx.de',
  'gmx.net',
  'googlemail.com',
  'hotmail.com',
  'icloud.com',
  'live.com',
  'mail.ru',
  'me.com',
  'msn.com',
  'outlook.com',
  'proton.me',
  'protonmail.com',
  'qq.com',
  't-online.de',
  'web.de',
  'yahoo.com',
  'yandex.ru',
  '163.com',
])

/** The domain of what was typed: an address of a page or of mail is cut to it. Empty where nothing is left. */
export function domainOf(typed: string): string {
  const bare = typed.trim().toLowerCase()
  const host = bare.replace(/^[a-z][a-z\d+.-]*:\/\//u, '').replace(/^.*@/u, '')
  return host
    .replace(/[/?#>:].*$/u, '')
    .replace(/^(?:[\s.]|www\.)+/u, '')
    .replace(/[\s.]+$/u, '')
}

/** Whether a domain is the mail of many: nobody's firm is told by it. */
export const isSharedDomain = (domain: string): boolean => SHARED_DOMAINS.has(domainOf(domain))

const wordsOf = (name: string): readonly string[] =>
  foldText(name)
    .replaceAll(/[.'’]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => word !== '')

/** The words of a name that tell a firm from others, in their order; all of them where none would be left. */
export function nameKey(name: string): string {
  const words = wordsOf(name)
  const telling = words.filter(word => !LEGAL_FORMS.has(word) && !FILLING.has(word))
  return (telling.length > 0 ? telling : words).join(' ')
}

type Named = { readonly name: string; readonly domain: string | null }
export type SameReason = 'domain' | 'name'

/** Whether one key is the other, or its beginning by whole words: "Norte" and "Norte Cafés". */
const isBeginning = (one: string, other: string): boolean => one === other || other.startsWith(`${one} `)

function isSameDomain(one: string | null, other: string | null): boolean {
  const [a, b] = [domainOf(one ?? ''), domainOf(other ?? '')]
  if (a === '' || b === '' || isSharedDomain(a) || isSharedDomain(b)) return false
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`)
}

/** What speaks for two organisations being one; null: nothing does. The domain is surer than the name. */
export function sameBecause(one: Named, other: Named): SameReason | null {
  if (isSameDomain(one.domain, other.domain)) return 'domain'
  const [a, b] = [nameKey(one.name), nameKey(other.name)]
  if (a === '' || b === '') return null
  return isBeginning(a, b) || isBeginning(b, a) ? 'name' : null
}
