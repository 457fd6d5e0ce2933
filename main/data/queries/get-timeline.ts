import type { Input, Output } from '../../../shared/contract/index.ts'
import type { TimelineItem, TimelineSubject } from '../../../shared/contract/customers.ts'
import { PRODUCT_EVENT } from '../../../shared/mutations/report-product-event.ts'
import type { SqlValue } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import { familyOf } from './family.ts'
import { byPlace, readPlace, writePlace } from './keyset.ts'
import type { QueryContext } from './query-context.ts'

/** Kind of a ticket in one word: both when it has a thread of each. */
const KIND = `(SELECT CASE count(DISTINCT t.kind) WHEN 2 THEN 'both' ELSE max(t.kind) END FROM threads t WHERE t.ticket_id = x.ticket_id)`
const TICKET = `x.ticket_id, (SELECT k.number FROM tickets k WHERE k.id = x.ticket_id) AS number`
const OWN = `NULL AS ticket_id, NULL AS number`

/** What a thing said of itself is named by the thing; all else by its ticket. */
const IS_OF_THING = `x.type = '${PRODUCT_EVENT}'`
const THING = `json_extract(x.facts_json, '$.asset') || coalesce(' · ' || json_extract(x.facts_json, '$.detail'), '')`
/** A bad experience somebody noted is told in their words. */
const TOLD = `iif(x.type = 'experience.negative', nullif(json_extract(x.facts_json, '$.words'), ''), NULL)`
const EVENT = `
  iif(${IS_OF_THING}, 'product.' || coalesce(json_extract(x.facts_json, '$.event'), ''), x.type) AS type,
  iif(${IS_OF_THING}, 'support', x.kind) AS kind, ${TICKET},
  coalesce(${TOLD}, (SELECT k.subject FROM tickets k WHERE k.id = x.ticket_id), iif(${IS_OF_THING}, ${THING}, NULL), '') AS title`

type Source = {
  readonly subject: TimelineSubject
  readonly table: string
  readonly time: string
  readonly select: string
  readonly where: string
}

/** Everything that happened with a customer, by table. Titles are the thing's own words. */
const SOURCES: readonly Source[] = [
  {
    subject: 'messages',
    table: 'messages',
    time: 'written_at_ms',
    where: '',
    select: `'message.' || iif(x.author_kind = 'bot', 'bot', x.direction) AS type, ${KIND} AS kind, ${TICKET}, substr(x.body_text, 1, 140) AS title`,
  },
  {
    subject: 'notes',
    table: 'notes',
    time: 'created_at_ms',
    where: '',
    select: `'note' AS type, ${KIND} AS kind, ${TICKET}, substr(x.body, 1, 140) AS title`,
  },
  {
    subject: 'changes',
    table: 'events',
    time: 'at_ms',
    where: '',
    select: EVENT,
  },
  {
    subject: 'orders',
    table: 'orders',
    time: 'placed_at_ms',
    where: '',
    select: `'order' AS type, 'service' AS kind, ${OWN}, x.number AS title`,
  },
  {
    subject: 'orders',
    table: 'return_cases',
    time: 'created_at_ms',
    where: '',
    select: `'return' AS type, 'service' AS kind, x.ticket_id, NULL AS number, x.number AS title`,
  },
  {
    subject: 'messages',
    table: 'surveys',
    time: 'asked_at_ms',
    where: 'AND x.score IS NOT NULL',
    select: `'survey.' || x.kind AS type, NULL AS kind, x.ticket_id, NULL AS number, x.score || coalesce(' · ' || x.comment, '') AS title`,
  },
  {
    subject: 'messages',
    table: 'public_posts',
    time: 'posted_at_ms',
    where: '',
    select: `'post' AS type, 'service' AS kind, ${TICKET},
      x.place || coalesce(' · ' || x.stars || '/5', '') || ' · ' || substr(x.body, 1, 140) AS title`,
  },
]

type Found = {
  readonly id: string
  readonly key: number
  readonly type: string
  readonly kind: string | null
  readonly ticket_id: string | null
  readonly number: number | null
  readonly title: string
}

const KINDS = ['service', 'support', 'both'] as const

const itemFrom = (found: Found): TimelineItem => ({
  id: found.id,
  type: found.type,
  kind: KINDS.find(kind => kind === found.kind) ?? null,
  atMs: found.key,
  ticketId: found.ticket_id,
  number: found.number,
  title: found.title,
})

/** A page of a customer's history over all tickets, both kinds and all records of the person, newest first. */
export function getTimeline(
  { db }: QueryContext,
  input: Input<'customers.timeline'>,
): Output<'customers.timeline'> {
  const { customerId, before, limit, subject } = input
  const sources = SOURCES.filter(source => subject === 'all' || source.subject === subject)
  const from = readPlace(before)
  const { ids, is, param } = familyOf(db, customerId)
  // Record by record: each answers in the order of its index, however long its history is.
  const found = ids
    .flatMap(id => {
      const params: readonly SqlValue[] = [id, from.key, from.id, limit + 1]
      return sources.flatMap(({ table, time, select, where }) =>
        all<Found>(
          db,
          `SELECT x.id, x.${time} AS key, ${select} FROM ${table} x
       WHERE x.customer_id = ? AND (x.${time}, x.id) < (?, ?) ${where} ORDER BY x.${time} DESC, x.id DESC LIMIT ?`,
          params,
        ),
      )
    })
    .toSorted(byPlace)
  const page = found.slice(0, limit)
  const last = page.at(-1)
  const total = sources.reduce((sum, { table, where }) => {
    const counted = get<{ count: number }>(
      db,
      `SELECT count(*) AS count FROM ${table} x WHERE x.${is} ${where}`,
      [param],
    )
    return sum + (counted?.count ?? 0)
  }, 0)
  return { items: page.map(itemFrom), earlier: found.length > limit && last ? writePlace(last) : null, total }
}
