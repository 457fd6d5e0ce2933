import type { Input, Output } from '../../../shared/contract/index.ts'
import { chooseOutreach, OCCASION_LASTS_MS } from '../../../shared/rules/outreach/choose-outreach.ts'
import type { Candidate, ReachFacts } from '../../../shared/rules/outreach/choose-outreach.ts'
import { groupBy } from '../../../shared/rules/group-by.ts'
import { isForAll } from '../../../shared/rules/outreach/segment.ts'
import { MOST_OUTREACH_DAYS, rulesFor } from '../../../shared/rules/outreach/rules.ts'
import {
  refusedChannels,
  refusesOutreach,
  wishedChannel,
} from '../../../shared/rules/portrait/preferences.ts'
import type { Preference } from '../../../shared/domain/portrait.ts'
import type { OutreachReason } from '../../../shared/domain/outreach.ts'
import type { OutreachSetting } from '../../../shared/rules/outreach/rules.ts'
import { isBehind } from '../../../shared/rules/versions.ts'
import type { ReadableDb, SqlValue } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { familiesOf } from './family.ts'
import type { Family } from './family.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'
import { countPeople, countSegmentPeople, segmentRecords } from './segment-people.ts'
import { silencesOf } from './silence.ts'

const DAY_MS = 86_400_000
/** Candidates of one reason that are looked at: the queue is worked from its top, not read to its end. */
const LOOKED_AT = 400
/** Entries that are told. */
const TOLD = 200

type Found = {
  readonly customer_id: string
  readonly occasion: string
  readonly at_ms: number
  readonly about: string | null
  readonly ticket_id: string | null
  /** Of the thing an upgrade is for, beside the newest there is. */
  readonly version?: string
  readonly newest?: string
}

/** People of a segment who are looked up one by one; of more, what happened is looked through for them. */
const FEW = 1000
/** Rows of few people that are looked at. */
const OF_FEW = 2000

/** Among whom is looked: everybody, or the records of a segment. */
type Among = { readonly how: 'all' | 'many' | 'few'; readonly records: SqlValue }

type Place = {
  readonly table: string
  /** By what happened, and by whom it happened to. */
  readonly index: string
  readonly byCustomer: string
  readonly customer: string
}

/** The rows of a place: by what happened, or customer by customer. */
const rowsOf = ({ how }: Among, { table, index, byCustomer, customer }: Place): string =>
  how === 'few'
    ? `json_each(:records) w CROSS JOIN ${table} ${byCustomer} ON ${customer} = w.value`
    : `${table} ${index}`
const among = ({ how }: Among, customer: string): string =>
  how === 'many' ? `AND ${customer} IN (SELECT value FROM json_each(:records))` : ''
const limit = ({ how }: Among): string => `LIMIT ${how === 'few' ? OF_FEW : LOOKED_AT}`

const THREADS = {
  table: 'threads t',
  byCustomer: 'INDEXED BY threads_by_customer',
  customer: 't.customer_id',
}
/** Of few people each counts once. */
const LAPSED = (whom: Among): string => `
  SELECT t.customer_id, t.customer_id AS occasion, 0 AS at_ms, '' AS about, NULL AS ticket_id
  FROM ${rowsOf(whom, { ...THREADS, index: 'INDEXED BY threads_by_state_newest' })}
  WHERE t.state = :state AND t.last_activity_at_ms <= :due AND t.last_activity_at_ms > :since ${among(whom, 't.customer_id')}
  ${whom.how === 'few' ? 'GROUP BY t.customer_id' : 'ORDER BY t.last_activity_at_ms DESC'} ${limit(whom)}`
const AFTER_INCIDENT = (whom: Among): string => `
  SELECT t.customer_id, t.id AS occasion, t.solved_at_ms AS at_ms, k.subject AS about, t.ticket_id
  FROM ${rowsOf(whom, { ...THREADS, index: 'INDEXED BY threads_solved_by_kind' })} JOIN tickets k ON k.id = t.ticket_id
  WHERE t.kind = 'support' AND t.state IN ('solved', 'closed') AND t.solved_at_ms <= :due AND t.solved_at_ms > :since
    ${among(whom, 't.customer_id')}
  ORDER BY t.solved_at_ms DESC ${limit(whom)}`
const AFTER_DELIVERY = (whom: Among): string => `
  SELECT customer_id, orders.id AS occasion, delivered_at_ms AS at_ms, number AS about, NULL AS ticket_id
  FROM ${rowsOf(whom, {
    table: 'orders',
    index: 'INDEXED BY orders_by_delivery',
    byCustomer: 'INDEXED BY orders_by_customer',
    customer: 'orders.customer_id',
  })}
  WHERE state = 'delivered' AND delivered_at_ms <= :due AND delivered_at_ms > :since ${among(whom, 'customer_id')}
  ORDER BY delivered_at_ms DESC ${limit(whom)}`
const CONTRACT_RENEWAL = (whom: Among): string => `
  SELECT customer_id, subscriptions.id || ' ' || renews_on AS occasion, unixepoch(renews_on) * 1000 AS at_ms,
    name AS about, NULL AS ticket_id
  FROM ${rowsOf(whom, {
    table: 'subscriptions',
    index: 'INDEXED BY subscriptions_by_renewal',
    byCustomer: 'INDEXED BY subscriptions_by_customer',
    customer: 'subscriptions.customer_id',
  })}
  WHERE state = 'active' AND renews_on IS NOT NULL AND renews_on >= :today AND renews_on <= :last
    ${among(whom, 'customer_id')}
  ORDER BY renews_on ${limit(whom)}`
/** What stands in the team's own field, of whoever has no contract that says it. */
const RENEWAL = (whom: Among): string => `
  SELECT customers.id AS customer_id, customers.id || ' ' || json_extract(fields_json, '$.renewsOn') AS occasion,
    unixepoch(json_extract(fields_json, '$.renewsOn')) * 1000 AS at_ms,
    '' AS about, NULL AS ticket_id
  FROM ${rowsOf(whom, {
    table: 'customers',
    index: 'INDEXED BY customers_by_renewal',
    byCustomer: '',
    customer: 'customers.id',
  })}
  WHERE json_extract(fields_json, '$.renewsOn') >= :today AND json_extract(fields_json, '$.renewsOn') <= :last
    ${among(whom, 'customers.id')}
    AND NOT EXISTS (SELECT 1 FROM subscriptions s
      WHERE s.customer_id = customers.id AND s.state = 'active' AND s.renews_on IS NOT NULL)
  ORDER BY json_extract(fields_json, '$.renewsOn') ${limit(whom)}`
const ASSETS_OF_FEW = `json_each(:records) w
    CROSS JOIN assets a INDEXED BY assets_by_customer ON a.customer_id = w.value
    CROSS JOIN products ON products.id = a.product_id`
const ASSETS = 'products CROSS JOIN assets a INDEXED BY assets_by_product ON a.product_id = products.id'
const UPGRADE = (whom: Among): string => `
  SELECT a.customer_id, a.id || ' ' || products.current_version AS occasion, coalesce(a.acquired_at_ms, 0) AS at_ms,
    a.name || ' · ' || a.version || ' → ' || products.current_version AS about, NULL AS ticket_id,
    a.version, products.current_version AS newest
  FROM ${whom.how === 'few' ? ASSETS_OF_FEW : ASSETS}
  WHERE products.current_version IS NOT NULL AND a.version IS NOT NULL AND a.version <> products.current_version
    AND a.state <> 'retired' AND coalesce(a.acquired_at_ms, 0) <= :due ${among(whom, 'a.customer_id')}
  ${limit(whom)}`

const dateOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10)

type Asked = { readonly sql: string; readonly params: Readonly<Record<string, SqlValue>> }

/** What to look through for a reason; the rule decides about each row afterwards. */
function askedFor({ reason, days }: OutreachSetting, whom: Among, nowMs: number): readonly Asked[] {
  const due = nowMs - days * DAY_MS
  const window = { due, since: due - OCCASION_LASTS_MS }
  switch (reason) {
    case 'no-contact':
      return ['solved', 'closed'].map(state => ({
        sql: LAPSED(whom),
        params: { state, due, since: due - MOST_OUTREACH_DAYS * DAY_MS },
      }))
    case 'after-incident':
      return [{ sql: AFTER_INCIDENT(whom), params: window }]
    case 'after-delivery':
      return [{ sql: AFTER_DELIVERY(whom), params: window }]
    case 'renewal-near':
      return [CONTRACT_RENEWAL, RENEWAL].map(sql => ({
        sql: sql(whom),
        params: { today: dateOf(nowMs), last: dateOf(nowMs + days * DAY_MS) },
      }))
    case 'upgrade-due':
      return [{ sql: UPGRADE(whom), params: { due } }]
  }
}

/** Among whom a rule looks. Every record of few people is looked at, so that a narrow segment is seen whole. */
function lookedAmong(db: ReadableDb, { segment }: OutreachSetting): Among {
  if (segment === null || isForAll(segment)) return { how: 'all', records: null }
  const records = segmentRecords(db, segment)
  return { how: records.length <= FEW ? 'few' : 'many', records: JSON.stringify(records) }
}

/** What may be worth a word by one rule. */
function candidatesOf(db: ReadableDb, rule: OutreachSetting, nowMs: number): readonly Candidate[] {
  const whom = lookedAmong(db, rule)
  return askedFor(rule, whom, nowMs).flatMap(({ sql, params }) =>
    all<Found>(db, sql, whom.records === null ? params : { ...params, records: whom.records })
      .filter(isStill)
      .map(candidateOf(rule.reason)),
  )
}

/** Text alone does not tell which of two versions is the older one. */
const isStill = ({ version, newest }: Found): boolean =>
  version === undefined || newest === undefined || isBehind(version, newest)

const candidateOf =
  (reason: OutreachReason) =>
  (row: Found): Candidate => ({
    customerId: row.customer_id,
    reason,
    occasion: row.occasion,
    atMs: row.at_ms,
    about: row.about ?? '',
    ticketId: row.ticket_id,
  })

type FactsRow = {
  readonly id: string
  readonly name: string
  readonly organisation: string | null
  readonly preferred_channel: string | null
  readonly yearly_value_minor: number | null
  readonly currency: string | null
  readonly waiting: number
  readonly last_contact: number | null
}

/** Of the record that stands for a person; contacts and what waits are those of all their records. */
const FACTS = `
  SELECT c.id, c.name, (SELECT o.name FROM organisations o WHERE o.id = c.organisation_id) AS organisation,
    c.preferred_channel, c.yearly_value_minor, c.currency,
    EXISTS (SELECT 1 FROM json_each(j.value, '$.ids') i CROSS JOIN threads t ON t.customer_id = i.value
      WHERE t.waiting_since_ms IS NOT NULL AND t.state NOT IN ('solved', 'closed')) AS waiting,
    (SELECT max((SELECT max(m.written_at_ms) FROM messages m WHERE m.customer_id = i.value))
      FROM json_each(j.value, '$.ids') i) AS last_contact
  FROM json_each(?) j JOIN customers c ON c.id = json_extract(j.value, '$.rootId')`

/** What they asked for comes before what stands on the card, and a channel they refused is never the one. */
function channelOf(preferences: readonly Preference[], onCard: string | null): string | null {
  const isRefused = refusedChannels(preferences).some(channel => channel === onCard)
  return wishedChannel(preferences) ?? (isRefused ? null : onCard)
}

function factsOf(db: ReadableDb, people: readonly Family[]): ReadonlyMap<string, ReachFacts> {
  const ids = people.map(({ rootId }) => rootId)
  const rows = all<FactsRow>(db, FACTS, [JSON.stringify(people)])
  const silences = silencesOf(db, ids)
  const preferences = selectRows(db, 'preferences', {
    tail: `WHERE customer_id IN (SELECT value FROM json_each(?)) AND subject IN ('channel', 'outreach')`,
    params: [JSON.stringify(people.flatMap(({ ids: records }) => records))],
  })
  const standsFor = new Map(
    people.flatMap(({ rootId, ids: records }) => records.map(id => [id, rootId] as const)),
  )
  const byCustomer = groupBy(preferences, ({ customerId }) => standsFor.get(customerId) ?? customerId)
  return new Map(
    rows.map(row => [
      row.id,
      {
        customerId: row.id,
        name: row.name,
        organisationName: row.organisation,
        preferredChannel: channelOf(byCustomer.get(row.id) ?? [], row.preferred_channel),
        yearlyValueMinor: row.yearly_value_minor,
        currency: row.currency,
        hasIncident: silences.has(row.id),
        hasRefused: refusesOutreach(byCustomer.get(row.id) ?? []),
        isWaiting: row.waiting === 1,
        lastContactAtMs: row.last_contact,
      },
    ]),
  )
}

export const listOutreachRules = ({ db }: QueryContext): Output<'outreachRules.list'> =>
  rulesFor(selectRows(db, 'outreachRules', { tail: '', params: [] }))

/** How many people a segment is about, of how many, and of how many nobody has worked it out yet. */
export const countSegment = ({ db }: QueryContext, { segment }: Input<'outreach.segment'>) => ({
  ...countSegmentPeople(db, segment),
  of: countPeople(db),
})

/** Who is worth a word, from what lately happened, for all reasons or one. Asked when somebody works the queue. */
export function listOutreach(
  context: QueryContext,
  wanted: Input<'outreach.list'>['reason'] = null,
): Output<'outreach.list'> {
  const { db, clock } = context
  const nowMs = clock.now()
  const rules = listOutreachRules(context)
  const candidates = rules.filter(({ isActive }) => isActive).flatMap(rule => candidatesOf(db, rule, nowMs))
  const families = familiesOf(
    db,
    candidates.map(({ customerId }) => customerId),
  )
  // A person is written to once, whatever records there are of them.
  const asPerson = <T extends { readonly customerId: string; readonly occasion: string }>(row: T): T => {
    const customerId = families.get(row.customerId)?.rootId ?? row.customerId
    return { ...row, customerId, occasion: row.occasion === row.customerId ? customerId : row.occasion }
  }
  const people = [...new Map([...families.values()].map(family => [family.rootId, family])).values()]
  const decisions = selectRows(db, 'outreach', {
    tail: 'WHERE customer_id IN (SELECT value FROM json_each(?))',
    params: [JSON.stringify(people.flatMap(({ ids }) => ids))],
  })
  const choice = chooseOutreach({
    candidates: candidates.map(asPerson),
    facts: factsOf(db, people),
    rules,
    decisions: decisions.map(asPerson),
    nowMs,
  })
  const entries = choice.entries.filter(({ reason }) => wanted === null || reason === wanted)
  return { ...choice, entries: entries.slice(0, TOLD) }
}
