import { domainOf } from '../../../shared/rules/organisations/names.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

/** More steps are never taken: whoever merges looks for the record that stands for the person. */
const MOST_STEPS = 50

/** Up from each record that is named to the one that stands for the person. */
const PEOPLE = `
  WITH RECURSIVE named(name, id) AS (
    SELECT 'id ' || c.id, c.id FROM tandem.customers c WHERE c.workspace_id = $1 AND c.id = ANY($2)
    UNION
    SELECT 'email ' || p.value, p.customer_id FROM tandem.contact_points p
      WHERE p.workspace_id = $1 AND p.kind = 'email' AND p.value = ANY($3)
    UNION
    SELECT 'reference ' || (c.fields_json ->> 'reference'), c.id FROM tandem.customers c
      WHERE c.workspace_id = $1 AND c.fields_json ->> 'reference' IS NOT NULL
        AND c.fields_json ->> 'reference' = ANY($4)
  ), up(name, of, id, above, step) AS (
    SELECT n.name, n.id, c.id, c.merged_into_id, 0 FROM named n
      JOIN tandem.customers c ON c.workspace_id = $1 AND c.id = n.id
    UNION ALL
    SELECT u.name, u.of, c.id, c.merged_into_id, u.step + 1 FROM up u
      JOIN tandem.customers c ON c.workspace_id = $1 AND c.id = u.above
      WHERE u.step < ${MOST_STEPS}
  )
  SELECT DISTINCT ON (name, of) name, id AS "customerId" FROM up ORDER BY name, of, step DESC`

export type Names = {
  readonly ids: readonly string[]
  readonly emails: readonly string[]
  readonly references: readonly string[]
}

/** Who stands for the people that are named: by `id …`, `email …` or `reference …`, all who come into question. */
export async function readPeople(
  session: Session,
  { ids, emails, references }: Names,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await all<{ name: string; customerId: string }>(session, PEOPLE, [ids, emails, references])
  const found = new Map<string, Set<string>>()
  for (const { name, customerId } of rows) {
    const people = found.get(name) ?? new Set<string>()
    found.set(name, people.add(customerId))
  }
  return found
}

const OWNERS = `
  SELECT id, customer_id AS "customerId" FROM tandem.orders WHERE workspace_id = $1 AND id = ANY($2)
  UNION ALL
  SELECT id, customer_id FROM tandem.invoices WHERE workspace_id = $1 AND id = ANY($2)
  UNION ALL
  SELECT id, customer_id FROM tandem.subscriptions WHERE workspace_id = $1 AND id = ANY($2)
  UNION ALL
  SELECT id, customer_id FROM tandem.public_posts WHERE workspace_id = $1 AND id = ANY($2)`

/** The records of customers that these orders, invoices, contracts and posts stand with. */
export async function readRecordOwners(
  session: Session,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await all<{ id: string; customerId: string }>(session, OWNERS, [ids])
  return new Map(rows.map(({ id, customerId }) => [id, customerId]))
}

/** Products by their ids and by SKU, as `id …` and `sku …`. Of several with one SKU the first by id. */
export async function readProductNames(
  session: Session,
  ids: readonly string[],
  skus: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await all<{ name: string; id: string }>(
    session,
    `SELECT 'id ' || id AS name, id FROM tandem.products WHERE workspace_id = $1 AND id = ANY($2)
     UNION ALL
     (SELECT DISTINCT ON (sku) 'sku ' || sku, id FROM tandem.products
       WHERE workspace_id = $1 AND sku = ANY($3) ORDER BY sku, is_active DESC, id)`,
    [ids, skus],
  )
  return new Map(rows.map(({ name, id }) => [name, id]))
}

export type KnownOrganisation = { readonly id: string; readonly reference: string | null }

/**
 * Organisations by what senders call them and by domain, as `reference …` and `domain …`. A domain several have names
 * the one no sender has named, else the first by id.
 */
export async function readOrganisationNames(
  session: Session,
  names: readonly string[],
): Promise<ReadonlyMap<string, KnownOrganisation>> {
  const domains = [...new Set(names.map(domainOf).filter(domain => domain !== ''))]
  const rows = await all<KnownOrganisation & { readonly name: string }>(
    session,
    `(SELECT DISTINCT ON (reference) 'reference ' || reference AS name, id, reference FROM tandem.organisations
       WHERE workspace_id = $1 AND reference = ANY($2) ORDER BY reference, id)
     UNION ALL
     (SELECT DISTINCT ON (lower(domain)) 'domain ' || lower(domain), id, reference FROM tandem.organisations
       WHERE workspace_id = $1 AND lower(domain) = ANY($3)
       ORDER BY lower(domain), reference IS NOT NULL, id)`,
    [names, domains],
  )
  return new Map(rows.map(({ name, id, reference }) => [name, { id, reference }]))
}
