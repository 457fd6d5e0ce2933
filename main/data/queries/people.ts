import type { Input } from '../../../shared/contract/index.ts'
import type { DuplicateLine, RecordSide, RelationLine } from '../../../shared/contract/people.ts'
import type { ContactPoint, Customer } from '../../../shared/domain/people.ts'
import type { Relation } from '../../../shared/domain/relations.ts'
import { groupBy } from '../../../shared/rules/group-by.ts'
import { phoneKey, suggestDuplicates } from '../../../shared/rules/merged-people/suggest-duplicates.ts'
import type { Known } from '../../../shared/rules/merged-people/suggest-duplicates.ts'
import { searchQuery } from '../../../shared/rules/search-text.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { familiesOf, familyOf } from './family.ts'
import type { Family } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { customerRecords } from './search.ts'
import { selectRow, selectRows } from './select-rows.ts'

/** Suggested at most, and looked at for that. */
const SUGGESTED = 5
const LOOKED_AT = 200
const BY_NUMBER = 10

const THESE = 'IN (SELECT value FROM json_each(?))'
const customersIn = (db: ReadableDb, ids: readonly string[]): readonly Customer[] =>
  selectRows(db, 'customers', { tail: `WHERE id ${THESE} ORDER BY id`, params: [JSON.stringify(ids)] })
const contactsIn = (db: ReadableDb, ids: readonly string[]): readonly ContactPoint[] =>
  selectRows(db, 'contactPoints', {
    tail: `WHERE customer_id ${THESE} ORDER BY is_primary DESC, kind, value`,
    params: [JSON.stringify(ids)],
  })

const organisationName = (db: ReadableDb, id: string | null): string | null =>
  get<{ name: string }>(db, 'SELECT name FROM organisations WHERE id = ?', [id ?? ''])?.name ?? null

/** What speaks of a person is what all their records say. */
function known(customer: Customer, contacts: readonly ContactPoint[]): Known {
  const of = (kind: ContactPoint['kind']): readonly string[] =>
    contacts.flatMap(point => (point.kind === kind ? [point.value] : []))
  return {
    id: customer.id,
    name: customer.name,
    organisationId: customer.organisationId,
    emails: of('email'),
    phones: of('phone'),
  }
}

/** Customers with the same address, with a number that reads alike, or of the same organisation. */
function candidates(db: ReadableDb, { organisationId, emails, phones }: Known): readonly string[] {
  const ids = (sql: string, param: string): readonly string[] =>
    all<{ id: string }>(db, sql, [param]).map(({ id }) => id)
  const addresses = emails.flatMap(email => [email, email.trim().toLowerCase()])
  const numbers = phones.flatMap(phone => phoneKey(phone) ?? [])
  const byNumber = [...phones, ...numbers].flatMap(text => {
    const match = searchQuery(text)
    return match === null ? [] : customerRecords(db, { match, limit: BY_NUMBER }).map(({ id }) => id)
  })
  return [
    ...ids(
      `SELECT customer_id AS id FROM contact_points WHERE value ${THESE} LIMIT ${LOOKED_AT}`,
      JSON.stringify(addresses),
    ),
    ...byNumber,
    ...(organisationId === null
      ? []
      : ids(
          `SELECT id FROM customers WHERE organisation_id = ? ORDER BY created_at_ms DESC LIMIT ${LOOKED_AT}`,
          organisationId,
        )),
  ]
}

/** Records that may be the same person as this one, and are not merged with it yet. */
export function listDuplicates(
  { db }: QueryContext,
  { customerId }: Input<'people.duplicates'>,
): readonly DuplicateLine[] {
  const own = familyOf(db, customerId)
  const customer = selectRow(db, 'customers', { tail: 'WHERE id = ?', params: [own.rootId] })
  if (!customer) return []
  const person = known(customer, contactsIn(db, own.ids))
  const found = [...new Set(candidates(db, person))].filter(id => !own.ids.includes(id))
  // Of somebody who is merged already the record that stands for them is named.
  const families = [...new Map([...familiesOf(db, found).values()].map(each => [each.rootId, each])).values()]
  const customers = customersIn(
    db,
    families.map(({ rootId }) => rootId),
  )
  const byId = new Map(customers.map(each => [each.id, each]))
  const others = families.flatMap(({ rootId, ids }) => {
    const other = byId.get(rootId)
    return other ? [known(other, contactsIn(db, ids))] : []
  })
  return suggestDuplicates(person, others)
    .slice(0, SUGGESTED)
    .flatMap(({ id, reasons }) => {
      const other = byId.get(id)
      return other
        ? [{ customer: other, organisationName: organisationName(db, other.organisationId), reasons }]
        : []
    })
}

function sideOf(db: ReadableDb, family: Family): RecordSide | null {
  const customer = selectRow(db, 'customers', { tail: 'WHERE id = ?', params: [family.rootId] })
  if (!customer) return null
  const count = (from: string): number =>
    get<{ count: number }>(db, `SELECT count(*) AS count FROM ${from}`, [family.param])?.count ?? 0
  const latest = family.ids.flatMap(
    id =>
      get<{ at: number | null }>(db, 'SELECT max(written_at_ms) AS at FROM messages WHERE customer_id = ?', [
        id,
      ])?.at ?? [],
  )
  return {
    customer,
    organisationName: organisationName(db, customer.organisationId),
    contactPoints: contactsIn(db, family.ids),
    tickets: count(`tickets WHERE ${family.is}`),
    openTickets:
      get<{ count: number }>(
        db,
        `SELECT count(DISTINCT ticket_id) AS count FROM threads
         WHERE ${family.is} AND state NOT IN ('solved', 'closed')`,
        [family.param],
      )?.count ?? 0,
    orders: count(`orders WHERE ${family.is}`),
    assets: count(`assets WHERE ${family.is}`),
    openPromises: count(`promises WHERE ${family.is} AND state = 'open'`),
    lastContactAtMs: latest.length === 0 ? null : Math.max(...latest),
  }
}

/** Two people side by side, each with all that is theirs. */
export function comparePeople(
  { db }: QueryContext,
  { customerId, otherId }: Input<'people.compare'>,
): readonly [RecordSide, RecordSide] | null {
  const one = sideOf(db, familyOf(db, customerId))
  const other = sideOf(db, familyOf(db, otherId))
  return one && other ? [one, other] : null
}

/** Relations in both directions, seen from the person; with whom they were merged is nobody else. */
export function listRelations(
  { db }: QueryContext,
  { customerId }: Input<'relations.list'>,
): readonly RelationLine[] {
  const { ids } = familyOf(db, customerId)
  const param = JSON.stringify(ids)
  const find = (column: string): readonly Relation[] =>
    selectRows(db, 'relations', { tail: `WHERE ${column} ${THESE}`, params: [param] })
  const [out, into] = [find('customer_id'), find('other_customer_id')]
  const isOwn = (id: string | null): boolean => ids.includes(id ?? '')
  const rows = [
    ...out.map(relation => ({ relation, direction: 'out' as const, otherId: relation.otherCustomerId })),
    ...into.map(relation => ({ relation, direction: 'in' as const, otherId: relation.customerId })),
  ].filter(({ otherId }) => !isOwn(otherId))
  const people = standsFor(
    db,
    rows.flatMap(({ otherId }) => otherId ?? []),
  )
  const lines = rows.map(({ relation, direction, otherId }): RelationLine => {
    const other = people.get(otherId ?? '')
    return {
      relation,
      direction,
      otherId: other?.id ?? otherId,
      otherName: otherId === null ? relation.otherName : (other?.name ?? null),
      otherTitle: other?.jobTitle ?? null,
    }
  })
  const rank = ({ relation }: RelationLine): number => (relation.endedAtMs === null ? 0 : 1)
  return lines.toSorted((a, b) => rank(a) - rank(b) || a.relation.createdAtMs - b.relation.createdAtMs)
}

/** Whoever stands for each of these, by the id asked for. */
function standsFor(db: ReadableDb, ids: readonly string[]): ReadonlyMap<string, Customer> {
  const families = familiesOf(db, ids)
  const roots = groupBy(
    customersIn(
      db,
      [...families.values()].map(({ rootId }) => rootId),
    ),
    ({ id }) => id,
  )
  return new Map(
    [...families].flatMap(([id, { rootId }]) => {
      const root = roots.get(rootId)?.[0]
      return root ? [[id, root]] : []
    }),
  )
}
