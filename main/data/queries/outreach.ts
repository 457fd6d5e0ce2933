import type { Input, Output } from '../../../shared/contract/index.ts'
import { chooseOutreach, OCCASION_LASTS_MS } from '../../../shared/rules/outreach/choose-outreach.ts'
import type { Candidate, ReachFacts } from '../../../shared/rules/outreach/choose-outreach.ts'
import { groupBy } from '../../../shared/rules/group-by.ts'
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

const LAPSED = `
  SELECT t.customer_id, t.customer_id AS occasion, 0 AS at_ms, '' AS about, NULL AS ticket_id
  FROM threads t INDEXED BY threads_by_state_newest
  WHERE t.state = ? AND t.last_activity_at_ms <= ? AND t.last_activity_at_ms > ?
  ORDER BY t.last_activity_at_ms DESC LIMIT ${LOOKED_AT}`
const AFTER_INCIDENT = `
  SELECT t.customer_id, t.id AS occasion, t.solved_at_ms AS at_ms, k.subject AS about, t.ticket_id
  FROM threads t INDEXED BY threads_solved_by_kind JOIN tickets k ON k.id = t.ticket_id
  WHERE t.kind = 'support' AND t.state IN ('solved', 'closed') AND t.solved_at_ms <= ? AND t.solved_at_ms > ?
  ORDER BY t.solved_at_ms DESC LIMIT ${LOOKED_AT}`
const AFTER_DELIVERY = `
  SELECT customer_id, id AS occasion, delivered_at_ms AS at_ms, number AS about, NULL AS ticket_id
  FROM orders INDEXED BY orders_by_delivery
  WHERE state = 'delivered' AND delivered_at_ms <= ? AND delivered_at_ms > ?
  ORDER BY delivered_at_ms DESC LIMIT ${LOOKED_AT}`
const CONTRACT_RENEWAL = `
  SELECT customer_id, id || ' ' || renews_on AS occasion, unixepoch(renews_on) * 1000 AS at_ms,
    name AS about, NULL AS ticket_id
  FROM subscriptions INDEXED BY subscriptions_by_renewal
  WHERE state = 'active' AND renews_on IS NOT NULL AND renews_on >= ? AND renews_on <= ?
  ORDER BY renews_on LIMIT ${LOOKED_AT}`
/** What stands in the team's own field, of whoever has no contract that says it. */
const RENEWAL = `
  SELECT id AS customer_id, id || ' ' || json_extract(fields_json, '$.renewsOn') AS occasion,
    unixepoch(json_extract(fields_json, '$.renewsOn')) * 1000 AS at_ms,
    '' AS about, NULL AS ticket_id
  FROM customers INDEXED BY customers_by_renewal
  WHERE json_extract(fields_json, '$.renewsOn') >= ? AND json_extract(fields_json, '$.renewsOn') <= ?
    AND NOT EXISTS (SELECT 1 FROM subscriptions s
      WHERE s.customer_id = customers.id AND s.state = 'active' AND s.renews_on IS NOT NULL)
  ORDER BY json_extract(fields_json, '$.renewsOn') LIMIT ${LOOKED_AT}`
const UPGRADE = `
  SELECT a.customer_id, a.id || ' ' || products.current_version AS occasion, coalesce(a.acquired_at_ms, 0) AS at_ms,
    a.name || ' · ' || a.version || ' → ' || products.current_version AS about, NULL AS ticket_id,
    a.version, products.current_version AS newest
  FROM products CROSS JOIN assets a INDEXED BY assets_by_product ON a.product_id = products.id
  WHERE products.current_version IS NOT NULL AND a.version IS NOT NULL AND a.version <> products.current_version
    AND a.state <> 'retired' AND coalesce(a.acquired_at_ms, 0) <= ?
  LIMIT ${LOOKED_AT}`

const dateOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10)

type Asked = { readonly sql: string; readonly params: readonly SqlValue[] }

/** What to look through for a reason; the rule decides about each row afterwards. */
function askedFor({ reason, days }: OutreachSetting, nowMs: number): readonly Asked[] {
  const dueMs = nowMs - days * DAY_MS
  const window = [dueMs, dueMs - OCCASION_LASTS_MS]
  switch (reason) {
    case 'no-contact':
      return ['solved', 'closed'].map(state => ({
        sql: LAPSED,
        params: [state, dueMs, dueMs - MOST_OUTREACH_DAYS * DAY_MS],
      }))
    case 'after-incident':
      return [{ sql: AFTER_INCIDENT, params: window }]
    case 'after-delivery':
      return [{ sql: AFTER_DELIVERY, params: window }]
    case 'renewal-near':
      return [CONTRACT_RENEWAL, RENEWAL].map(sql => ({
        sql,
        params: [dateOf(nowMs), dateOf(nowMs + days * DAY_MS)],
      }))
    case 'upgrade-due':
      return [{ sql: UPGRADE, params: [dueMs] }]
  }
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

/** Who is worth a word, from what lately happened, for all reasons or one. Asked when somebody works the queue. */
export function listOutreach(
  context: QueryContext,
  wanted: Input<'outreach.list'>['reason'] = null,
): Output<'outreach.list'> {
  const { db, clock } = context
  const nowMs = clock.now()
  const rules = listOutreachRules(context)
  const candidates = rules
    .filter(({ isActive }) => isActive)
    .flatMap(rule =>
      askedFor(rule, nowMs).flatMap(({ sql, params }) =>
        all<Found>(db, sql, params).filter(isStill).map(candidateOf(rule.reason)),
      ),
    )
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
