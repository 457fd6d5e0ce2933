import type { Reach, ReachLine } from '../../../shared/contract/incidents.ts'
import type { Input } from '../../../shared/contract/index.ts'
import { isAffected } from '../../../shared/rules/known-issue-match.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { familiesOf } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow } from './select-rows.ts'

/** Customers offered at once; the rest comes when these have been written to. */
const MOST_SHOWN = 500

type Owned = { readonly customer_id: string; readonly name: string; readonly version: string }
/** Few versions are out there, however many things. */
const VERSIONS = 'SELECT DISTINCT version FROM assets WHERE product_id = ? AND version IS NOT NULL'
/** The newest thing of a customer first. */
const OWNED = `
  SELECT a.customer_id, a.name, a.version FROM json_each(?) j
  CROSS JOIN assets a ON a.product_id = ? AND a.version = j.value
  WHERE a.state <> 'retired' ORDER BY a.customer_id, a.acquired_at_ms DESC, a.id`
const KNOWN = 'SELECT DISTINCT customer_id FROM issue_links WHERE issue_id = ?'

type Person = {
  readonly id: string
  readonly name: string
  readonly language: string | null
  readonly organisation: string | null
  readonly address: string | null
  readonly open_ticket: string | null
}
const PEOPLE = `
  SELECT c.id, c.name, c.language, o.name AS organisation,
    (SELECT p.value FROM json_each(j.value, '$.ids') i CROSS JOIN contact_points p ON p.customer_id = i.value
     WHERE p.kind = 'email' ORDER BY p.customer_id = c.id DESC, p.is_primary DESC, p.id LIMIT 1) AS address,
    (SELECT t.ticket_id FROM json_each(j.value, '$.ids') i CROSS JOIN threads t ON t.customer_id = i.value
     WHERE t.state NOT IN ('solved', 'closed') ORDER BY t.last_activity_at_ms DESC LIMIT 1) AS open_ticket
  FROM json_each(?) j CROSS JOIN customers c ON c.id = json_extract(j.value, '$.id')
  LEFT JOIN organisations o ON o.id = c.organisation_id ORDER BY c.name, c.id`

/** By who stands for the person: the rows of all their records say what they own and what waits. */
type Hit = Owned & { readonly ids: readonly string[] }

function peopleOf(db: ReadableDb, hits: ReadonlyMap<string, Hit>): readonly ReachLine[] {
  const asked = [...hits].slice(0, MOST_SHOWN).map(([id, { ids }]) => ({ id, ids }))
  const people = all<Person>(db, PEOPLE, [JSON.stringify(asked)])
  return people.flatMap(person => {
    const hit = hits.get(person.id)
    return hit
      ? [
          {
            customerId: person.id,
            customerName: person.name,
            language: person.language,
            organisationName: person.organisation,
            address: person.address,
            assetName: hit.name,
            version: hit.version,
            openTicketId: person.open_ticket,
          },
        ]
      : []
  })
}

/**
 * People who run an affected version and have no ticket with the issue on any of their records: whom to write to before they find out. The
 * reason is the thing they own; an issue without product or versions reaches nobody.
 */
export function getReach({ db }: QueryContext, { issueId }: Input<'knownIssues.reach'>): Reach {
  const issue = selectRow(db, 'knownIssues', { tail: 'WHERE id = ?', params: [issueId] })
  if (!issue || issue.productId === null) return { lines: [], known: 0 }
  const { productId } = issue
  const versions = all<{ version: string }>(db, VERSIONS, [productId])
    .map(row => row.version)
    .filter(version => isAffected(issue, { id: '', productId, version, state: 'in-use' }))
  const told = new Set(all<{ customer_id: string }>(db, KNOWN, [issueId]).map(row => row.customer_id))
  const owners = all<Owned>(db, OWNED, [JSON.stringify(versions), productId])
  const families = familiesOf(
    db,
    owners.map(({ customer_id }) => customer_id),
  )
  const hits = new Map<string, Hit>()
  const skipped = new Set<string>()
  for (const owned of owners) {
    const { rootId, ids } = families.get(owned.customer_id) ?? {
      rootId: owned.customer_id,
      ids: [owned.customer_id],
    }
    if (ids.some(id => told.has(id))) skipped.add(rootId)
    else if (!hits.has(rootId)) hits.set(rootId, { ...owned, ids })
  }
  return { lines: peopleOf(db, hits), known: skipped.size }
}
