import type { Input, Output } from '../../../shared/contract/index.ts'
import type { ListRow, ListThread } from '../../../shared/contract/threads.ts'
import { PRIORITIES, THREAD_STATES, WORK_KINDS } from '../../../shared/domain/values.ts'
import type { Fields } from '../../../shared/domain/values.ts'
import type { ThreadClocks } from '../../../shared/domain/service-levels.ts'
import type { HealthBand } from '../../../shared/rules/health/health.ts'
import type { ValueBand } from '../../../shared/rules/portrait/value-band.ts'
import { shownClock } from '../../../shared/rules/sla/shown-clock.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { isDone } from '../../../shared/rules/thread-life.ts'
import { countExperiences } from './experience.ts'
import { readBucketPlace, readPlace, writeBucketPlace, writePlace } from './keyset.ts'
import { leaseOf, shownLease } from './leases.ts'
import { eyesOf, whoAmI } from './me.ts'
import type { QueryContext } from './query-context.ts'
import { personNames } from './person-names.ts'
import { resolveView } from './resolve-view.ts'
import { needOf, shownNeed } from './takeover.ts'
import { ruleList } from './rule-list.ts'
import type { RuleListOf } from './rule-list.ts'
import { walkRule } from './rule-walk.ts'
import { walkView } from './view-page.ts'
import type { ViewOf } from './view-page.ts'

const PREVIEW_CHARACTERS = 160

/** Everything a row of the list shows, for threads named by local_id, in one statement. */
const ROWS = `
  SELECT t.local_id, t.ticket_id, t.last_activity_at_ms, t.waiting_since_ms,
    k.number, k.subject, k.channel, k.tags_json, k.fields_json, k.customer_id,
    c.name AS customer_name, c.language, c.tier, c.merged_into_id,
    h.health, h.band, h.value_band, h.is_vip,
    (SELECT n.number FROM local_numbers n WHERE n.ticket_id = t.ticket_id) AS local_number,
    (SELECT substr(m.body_text, 1, ${PREVIEW_CHARACTERS}) FROM messages m
      WHERE m.ticket_id = t.ticket_id ORDER BY m.written_at_ms DESC LIMIT 1) AS preview,
    (SELECT json_group_array(json_array(s.id, s.kind, s.state, s.assignee_id, a.name, s.team_id, s.priority,
        s.due_at_ms, s.snoozed_until_ms, s.restored_at_ms, json(s.clocks_json)) ORDER BY s.kind)
      FROM threads s LEFT JOIN agents a ON a.id = s.assignee_id WHERE s.ticket_id = t.ticket_id) AS threads_json,
    k.last_message_seq > coalesce((SELECT r.seq FROM reading_marks r WHERE r.ticket_id = t.ticket_id), 0)
      AS has_news,
    EXISTS (SELECT 1 FROM drafts d WHERE d.ticket_id = t.ticket_id AND d.body <> '') AS has_draft,
    ${leaseOf('t.ticket_id')} AS lease_json,
    ${needOf('t.ticket_id')} AS need,
    (SELECT json_array(
        count(*) FILTER (WHERE o.state <> 'parked' AND o.name = 'ticket.reply'),
        count(*) FILTER (WHERE o.state <> 'parked' AND o.name <> 'ticket.reply'),
        count(*) FILTER (WHERE o.state = 'parked'))
      FROM outbox o WHERE o.ticket_id = t.ticket_id AND o.is_quiet = 0) AS waiting_json
  FROM json_each(?) j
  CROSS JOIN threads t ON t.local_id = j.value
  JOIN tickets k ON k.id = t.ticket_id
  LEFT JOIN customers c ON c.id = k.customer_id
  LEFT JOIN standings h ON h.customer_id = k.customer_id`

type RowRecord = {
  readonly local_id: number
  readonly ticket_id: string
  readonly last_activity_at_ms: number
  readonly waiting_since_ms: number | null
  readonly number: number | null
  readonly subject: string
  readonly channel: string
  readonly tags_json: string
  readonly fields_json: string
  readonly customer_id: string
  readonly customer_name: string | null
  readonly language: string | null
  readonly tier: string | null
  readonly merged_into_id: string | null
  readonly health: number | null
  readonly band: HealthBand | null
  readonly value_band: ValueBand | null
  readonly is_vip: number | null
  readonly local_number: number | null
  readonly preview: string | null
  readonly threads_json: string
  readonly has_draft: number
  readonly has_news: number
  readonly lease_json: string | null
  readonly need: string | null
  readonly waiting_json: string
}
type ThreadValues = [
  string,
  string,
  string,
  string | null,
  string | null,
  string | null,
  string,
  number | null,
  number | null,
  number | null,
  Partial<ThreadClocks> | null,
]

const known = <Value extends string>(values: readonly Value[], value: string): Value | 'other' =>
  values.find(each => each === value) ?? 'other'

function threadFrom([
  id,
  kind,
  state,
  assigneeId,
  assigneeName,
  teamId,
  priority,
  due,
  snoozed,
  restoredAtMs,
  clocks,
]: ThreadValues): ListThread {
  const facts = { kind: known(WORK_KINDS, kind), state: known(THREAD_STATES, state) }
  return {
    id,
    ...facts,
    assigneeId,
    assigneeName,
    teamId,
    priority: known(PRIORITIES, priority),
    dueAtMs: due,
    clock: shownClock({ ...facts, restoredAtMs, clocks }),
    snoozedUntilMs: snoozed,
  }
}

/** As much of each value as a cell shows. */
const FIELD_CHARACTERS = 120
const NO_FIELDS: Fields = {}
function shownFields(json: string): Fields {
  if (json === '{}') return NO_FIELDS
  const fields = Object.entries(JSON.parse(json) as Fields)
  return Object.fromEntries(
    fields.map(([name, value]) => [
      name,
      typeof value === 'string' ? value.slice(0, FIELD_CHARACTERS) : value,
    ]),
  )
}

function rowFrom(record: RowRecord): ListRow {
  const [replies, changes, parked] = JSON.parse(record.waiting_json) as [number, number, number]
  const threads = (JSON.parse(record.threads_json) as ThreadValues[]).map(threadFrom)
  return {
    ticketId: record.ticket_id,
    number: record.number,
    localNumber: record.local_number,
    subject: record.subject,
    channel: record.channel,
    tags: JSON.parse(record.tags_json) as string[],
    fields: shownFields(record.fields_json),
    customerId: record.customer_id,
    customerName: record.customer_name ?? '',
    language: record.language,
    tier: record.tier,
    health:
      record.health === null || record.band === null ? null : { score: record.health, band: record.band },
    valueBand: record.value_band,
    isVip: record.is_vip === 1,
    preview: record.preview ?? '',
    threads,
    lastActivityAtMs: record.last_activity_at_ms,
    waitingSinceMs: record.waiting_since_ms,
    waiting: { replies, changes, parked },
    hasDraft: record.has_draft === 1,
    lease: shownLease(record.lease_json),
    needsPerson: threads.every(isDone) ? null : shownNeed(record.need),
    badExperiences: 0,
    isUnread: record.has_news === 1 && record.waiting_since_ms !== null,
  }
}

/** Rows are called as their person is, whichever record the ticket was written for. */
function withNames(db: ReadableDb, records: readonly RowRecord[]): readonly RowRecord[] {
  const merged = records.filter(({ merged_into_id }) => merged_into_id !== null)
  if (merged.length === 0) return records
  const names = personNames(
    db,
    merged.map(({ customer_id }) => customer_id),
  )
  return records.map(record => {
    const name = names.get(record.customer_id)
    return name === undefined ? record : { ...record, customer_name: name }
  })
}

/** Rows of the list for threads named by local_id, in that order. A thread whose ticket is not here is left out. */
export function listRows(db: ReadableDb, localIds: readonly number[]): readonly ListRow[] {
  const found = withNames(db, all<RowRecord>(db, ROWS, [JSON.stringify(localIds)]))
  const byId = new Map(found.map(record => [record.local_id, record]))
  return localIds.flatMap(localId => {
    const record = byId.get(localId)
    return record ? [rowFrom(record)] : []
  })
}

/** Rows looked at for one page of a view with a rule; a page of a rare one is shorter and says how far it came. */
const PAGE_BUDGET = 20_000

type Found = { readonly localIds: readonly number[]; readonly next: string | null }

function pageOfRule(context: QueryContext, of: RuleListOf, { after, limit }: Input<'threads.list'>): Found {
  const list = ruleList(context.db, of)
  const from = readBucketPlace(after)
  const walk = { from, limit: limit + 1, direction: 'down', budget: PAGE_BUDGET } as const
  const { found, stoppedAt } = walkRule(context.db, list, walk)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const goesOn = found.length > limit && last ? last : stoppedAt
  return { localIds: page.map(each => each.localId), next: goesOn && writeBucketPlace(goesOn) }
}

function pageOfView(context: QueryContext, of: ViewOf, { after, limit }: Input<'threads.list'>): Found {
  const walk = { from: readPlace(after), limit: limit + 1, direction: 'down' } as const
  const found = walkView(context.db, { view: of, me: whoAmI(context) }, walk)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    localIds: page.map(each => each.localId),
    next: found.length > limit && last ? writePlace(last) : null,
  }
}

function withExperiences(context: QueryContext, rows: readonly ListRow[]): readonly ListRow[] {
  const counts = countExperiences(context, rows)
  if (counts.size === 0) return rows
  return rows.map(row => ({
    ...row,
    badExperiences: row.threads.every(isDone) ? 0 : (counts.get(row.customerId) ?? 0),
  }))
}

/** A page of a view: keyset, newest or most urgent first; a ticket is one row whatever its threads. */
export function listThreads(context: QueryContext, input: Input<'threads.list'>): Output<'threads.list'> {
  const { kind, sort } = input
  const meant = resolveView(context, input)
  if (meant.how === 'nothing') return { rows: [], next: null }
  const { localIds, next } =
    meant.how === 'standing'
      ? pageOfView(context, { ...meant, kind }, input)
      : pageOfRule(context, { rule: meant.rule, kind, sort, eyes: eyesOf(context) }, input)
  return { rows: withExperiences(context, listRows(context.db, localIds)), next }
}
