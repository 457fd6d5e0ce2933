import type { Asset } from '../../domain/commerce.ts'
import type { AskedTried, Diagnosis } from '../../domain/diagnosis.ts'
import type { LocalWords, RequiredDetail, RequiredDetails } from '../../domain/guides.ts'
import { foldText } from '../fold-text.ts'

type Entry = Pick<AskedTried, 'kind' | 'words' | 'detailKey' | 'outcome' | 'atMs'>
export type DetailFacts = {
  readonly diagnosis: Diagnosis | null
  readonly asset: Pick<Asset, 'name' | 'version' | 'serial' | 'environment'> | null
  readonly entries: readonly Entry[]
}

export type DetailState = {
  readonly detail: RequiredDetail
  /** A moment, ms, for 'firstSeen'; null: not known. */
  readonly value: string | number | null
  /** When it was asked for last without an answer; null: it was not, or is known. */
  readonly askedAtMs: number | null
}

const ENVIRONMENT = 'environment.'

/** A value as people read it; null for nothing at all. */
const said = (value: string | number | boolean | null | undefined): string | number | null =>
  value === null || value === undefined || value === ''
    ? null
    : typeof value === 'boolean'
      ? String(value)
      : value

function placed(from: string | null, { diagnosis, asset }: DetailFacts): string | number | null {
  if (from === null) return null
  if (from.startsWith(ENVIRONMENT)) {
    const name = from.slice(ENVIRONMENT.length)
    return said(diagnosis?.environment[name] ?? asset?.environment[name])
  }
  switch (from) {
    case 'symptom':
      return said(diagnosis?.symptom)
    case 'errorCode':
      return said(diagnosis?.errorCode)
    case 'firstSeen':
      return said(diagnosis?.firstSeenAtMs)
    case 'frequency':
      return said(diagnosis?.frequency)
    case 'asset':
      return said(asset?.name)
    case 'version':
      return said(asset?.version)
    case 'serial':
      return said(asset?.serial)
    default:
      // A place of a newer hub: only an answer says it here.
      return null
  }
}

/** The list for a product: its own, else the one for every product; none where nobody has written one. */
export function detailsFor(
  lists: readonly Pick<RequiredDetails, 'products' | 'items'>[],
  productName: string | null,
): readonly RequiredDetail[] {
  const own = lists.find(({ products }) => productName !== null && products.includes(productName))
  const general = lists.find(({ products }) => products.length === 0)
  return (own ?? general)?.items ?? []
}

/** Whether it asks for the detail: it says so, or it is the question as it was put into a reply. */
function asksFor({ kind, words, detailKey }: Entry, { key, question }: RequiredDetail): boolean {
  if (kind !== 'asked') return false
  const folded = foldText(words)
  return detailKey === key || Object.values(question).some(each => foldText(each) === folded)
}

/** What has to be known, in order, each with its value where it stands, or with the answer to it. */
export function detailStates(items: readonly RequiredDetail[], facts: DetailFacts): readonly DetailState[] {
  return items.map(detail => {
    const asked = facts.entries.filter(entry => asksFor(entry, detail)).toSorted((a, b) => b.atMs - a.atMs)
    const answer = asked.find(({ outcome }) => outcome !== null && outcome !== '')
    const value = placed(detail.from, facts) ?? said(answer?.outcome)
    return { detail, value, askedAtMs: value === null ? (asked[0]?.atMs ?? null) : null }
  })
}

/** Words in the language wanted, else in English, else in any there is; null where there are none. */
export function localWords(words: LocalWords, language: string | null): string | null {
  const wanted = language?.slice(0, 2).toLowerCase() ?? ''
  return words[wanted] ?? words['en'] ?? Object.values(words)[0] ?? null
}
