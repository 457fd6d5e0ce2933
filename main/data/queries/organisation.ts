import type { Input, Output } from '../../../shared/contract/index.ts'
import type {
  OfPerson,
  OrganisationAsset,
  OrganisationIssue,
  OrganisationOrder,
  OrganisationPerson,
  OrganisationView,
} from '../../../shared/contract/people.ts'
import { isBehind } from '../../../shared/rules/versions.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { familiesOf } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRow, selectRows } from './select-rows.ts'
import { linesOfMany } from './ticket-lines.ts'

/** People of one organisation that are looked through; a chain of shops has hundreds, not thousands. */
const MOST_PEOPLE = 500
const SHOWN = 50
const THESE = 'IN (SELECT value FROM json_each(?))'

/** The people of an organisation: who they are by record, and all their records. */
type People = {
  readonly db: ReadableDb
  /** Every record, as a parameter of THESE. */
  readonly param: string
  readonly of: (customerId: string) => OfPerson
  readonly all: readonly { readonly id: string; readonly ids: readonly string[] }[]
}

function peopleOf(db: ReadableDb, organisationId: string): People {
  const members = all<{ id: string }>(
    db,
    `SELECT id FROM customers INDEXED BY customers_by_organisation WHERE organisation_id = ? LIMIT ${MOST_PEOPLE}`,
    [organisationId],
  )
  const families = [
    ...familiesOf(
      db,
      members.map(({ id }) => id),
    ).values(),
  ]
  const byRoot = new Map(families.map(({ rootId, ids }) => [rootId, ids]))
  const names = all<{ id: string; name: string }>(db, `SELECT id, name FROM customers WHERE id ${THESE}`, [
    JSON.stringify([...byRoot.keys()]),
  ])
  const nameOf = new Map(names.map(({ id, name }) => [id, name]))
  const rootOf = new Map([...byRoot].flatMap(([root, ids]) => ids.map(id => [id, root] as const)))
  return {
    db,
    param: JSON.stringify([...rootOf.keys()]),
    of: id => {
      const customerId = rootOf.get(id) ?? id
      return { customerId, customerName: nameOf.get(customerId) ?? '' }
    },
    all: [...byRoot].map(([id, ids]) => ({ id, ids })),
  }
}

type PersonRow = Omit<OrganisationPerson, 'openTickets' | 'lastContactAtMs'> & {
  readonly openTickets: number
  readonly lastContactAtMs: number | null
}
const PEOPLE = `
  SELECT c.id, c.name, c.job_title AS jobTitle, c.tier,
    (SELECT count(DISTINCT t.ticket_id) FROM json_each(j.value, '$.ids') i
      CROSS JOIN threads t ON t.customer_id = i.value WHERE t.state NOT IN ('solved', 'closed')) AS openTickets,
    (SELECT max((SELECT max(m.written_at_ms) FROM messages m WHERE m.customer_id = i.value))
      FROM json_each(j.value, '$.ids') i) AS lastContactAtMs
  FROM json_each(?) j CROSS JOIN customers c ON c.id = json_extract(j.value, '$.id')
  ORDER BY lastContactAtMs DESC, c.name, c.id`

const listPeople = (people: People): readonly OrganisationPerson[] =>
  all<PersonRow>(people.db, PEOPLE, [JSON.stringify(people.all)])

function assetsOf(people: People): Pick<OrganisationView, 'assets' | 'assetCount' | 'outdatedCount'> {
  const { db, param, of } = people
  const rows = selectRows(db, 'assets', {
    tail: `WHERE customer_id ${THESE} AND state <> 'retired' ORDER BY name, version, id`,
    params: [param],
  })
  const versions = all<{ id: string; version: string | null }>(
    db,
    `SELECT id, current_version AS version FROM products WHERE id ${THESE}`,
    [JSON.stringify([...new Set(rows.map(({ productId }) => productId))])],
  )
  const current = new Map(versions.map(({ id, version }) => [id, version]))
  const lines = rows.map((row): OrganisationAsset => ({
    ...row,
    ...of(row.customerId),
    currentVersion: current.get(row.productId ?? '') ?? null,
  }))
  return {
    assets: lines.slice(0, SHOWN),
    assetCount: lines.length,
    outdatedCount: lines.filter(({ version, currentVersion }) => isBehind(version, currentVersion)).length,
  }
}

function ordersOf({ db, param, of }: People): Pick<OrganisationView, 'orders' | 'orderSums'> {
  const orders = selectRows(db, 'orders', {
    tail: `WHERE customer_id ${THESE} ORDER BY placed_at_ms DESC, id LIMIT ${SHOWN}`,
    params: [param],
  })
  return {
    orders: orders.map(
      ({ id, number, state, totalMinor, currency, placedAtMs, customerId }): OrganisationOrder => ({
        id,
        number,
        state,
        totalMinor,
        currency,
        placedAtMs,
        ...of(customerId),
      }),
    ),
    orderSums: all<OrganisationView['orderSums'][number]>(
      db,
      `SELECT currency, sum(total_minor) AS totalMinor, count(*) AS count FROM orders
       WHERE customer_id ${THESE} AND state <> 'cancelled' GROUP BY currency ORDER BY count DESC, currency`,
      [param],
    ),
  }
}

function promisesOf({ db, param, of }: People): Pick<OrganisationView, 'promises' | 'promiseCount'> {
  const rows = selectRows(db, 'promises', {
    tail: `WHERE customer_id ${THESE} AND state = 'open' ORDER BY due_at_ms, id`,
    params: [param],
  })
  return {
    promises: rows.slice(0, SHOWN).map(row => ({ ...row, ...of(row.customerId) })),
    promiseCount: rows.length,
  }
}

const ISSUES = `
  SELECT i.id AS issueId, i.code, i.title, i.state, count(DISTINCT l.ticket_id) AS tickets
  FROM issue_links l JOIN known_issues i ON i.id = l.issue_id
  WHERE l.customer_id ${THESE} GROUP BY i.id ORDER BY i.state = 'fixed', max(l.created_at_ms) DESC LIMIT ${SHOWN}`

const LAST_CONTACT = `
  SELECT m.customer_id AS customerId, m.ticket_id AS ticketId, m.written_at_ms AS atMs
  FROM json_each(?) j CROSS JOIN messages m ON m.id =
    (SELECT n.id FROM messages n WHERE n.customer_id = j.value ORDER BY n.written_at_ms DESC LIMIT 1)
  ORDER BY m.written_at_ms DESC LIMIT 1`

function lastContactOf({ db, param, of }: People): OrganisationView['lastContact'] {
  const last = get<{ customerId: string; ticketId: string; atMs: number }>(db, LAST_CONTACT, [param])
  return last && { atMs: last.atMs, ticketId: last.ticketId, ...of(last.customerId) }
}

/** An organisation from the rows that are here: its people, what is open, what they have, and when we last spoke. */
export function getOrganisation(
  { db }: QueryContext,
  { organisationId }: Input<'organisations.view'>,
): Output<'organisations.view'> {
  const organisation = selectRow(db, 'organisations', { tail: 'WHERE id = ?', params: [organisationId] })
  if (!organisation) return null
  const people = peopleOf(db, organisationId)
  const open = linesOfMany(db, people.param)
  const pulled = get<{ value: string }>(db, `SELECT value FROM sync_state WHERE key = 'lastPulledAtMs'`)
  const countOf = (kind: 'service' | 'support'): number =>
    open.filter(({ threads }) =>
      threads.some(each => each.kind === kind && each.state !== 'solved' && each.state !== 'closed'),
    ).length
  return {
    organisation,
    people: listPeople(people).slice(0, SHOWN),
    peopleCount: people.all.length,
    openTickets: open.slice(0, SHOWN).map(line => ({ ...line, ...people.of(line.customerId) })),
    openCounts: { service: countOf('service'), support: countOf('support') },
    ...assetsOf(people),
    ...ordersOf(people),
    ...promisesOf(people),
    issues: all<OrganisationIssue>(db, ISSUES, [people.param]),
    lastContact: lastContactOf(people),
    asOfMs: pulled === null ? null : Number(pulled.value),
  }
}
