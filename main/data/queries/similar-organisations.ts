import type { Input } from '../../../shared/contract/index.ts'
import type { SimilarOrganisation } from '../../../shared/contract/people.ts'
import { foldText } from '../../../shared/rules/fold-text.ts'
import { domainOf, nameKey, sameBecause } from '../../../shared/rules/organisations/names.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'

const SHOWN = 4
const LOOKED_AT = 500
/** Letters two names have to begin with alike to be compared. */
const BEGINNING = 2
const LAST_SIGN = '\u{10FFFF}'

type Known = Pick<SimilarOrganisation, 'id' | 'name' | 'domain'>

const BY_NAME = `
  SELECT id, name, domain FROM organisations
  WHERE name >= :text COLLATE NOCASE AND name < :beyond COLLATE NOCASE LIMIT ${LOOKED_AT}`
const BY_DOMAIN = `
  SELECT id, name, domain FROM organisations INDEXED BY organisations_by_domain
  WHERE domain = ? COLLATE NOCASE AND domain IS NOT NULL LIMIT ${LOOKED_AT}`

/** Names that begin alike, written with accents or without; those of another first letter are another firm's. */
function byName(db: ReadableDb, name: string): readonly Known[] {
  const beginnings = [name.trim(), foldText(name.trim()), nameKey(name)].map(text =>
    Array.from(text).slice(0, BEGINNING).join(''),
  )
  return [...new Set(beginnings)]
    .filter(text => text !== '')
    .flatMap(text => all<Known>(db, BY_NAME, { text, beyond: text + LAST_SIGN }))
}

/** The domain and those it is a branch of: "es.norte.example" is looked for as "norte.example" too. */
function byDomain(db: ReadableDb, domain: string): readonly Known[] {
  const parts = domain.split('.')
  return parts
    .slice(0, -1)
    .flatMap((_part, index) => all<Known>(db, BY_DOMAIN, [parts.slice(index).join('.')]))
}

/** Organisations that may be the one being written down; the same domain before a name alone. */
export function similarOrganisations(
  { db }: QueryContext,
  { name, domain, exceptId }: Input<'organisations.similar'>,
): readonly SimilarOrganisation[] {
  const host = domainOf(domain)
  const found = [...byDomain(db, host), ...byName(db, name)].filter(({ id }) => id !== exceptId)
  const once = [...new Map(found.map(each => [each.id, each])).values()]
  return once
    .flatMap(each => {
      const because = sameBecause({ name, domain: host }, each)
      return because === null ? [] : [{ ...each, because }]
    })
    .toSorted(
      (a, b) => Number(a.because === 'name') - Number(b.because === 'name') || (a.name < b.name ? -1 : 1),
    )
    .slice(0, SHOWN)
    .map(each => ({ ...each, people: peopleOf(db, each.id) }))
}

const peopleOf = (db: ReadableDb, organisationId: string): number =>
  get<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM customers INDEXED BY customers_by_organisation
     WHERE organisation_id = ? AND merged_into_id IS NULL`,
    [organisationId],
  )?.count ?? 0
