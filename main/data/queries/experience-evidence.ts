import type { Fields } from '../../../shared/domain/values.ts'
import type { Evidence } from '../../../shared/rules/experience/bad-moments.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { familiesOf } from './family.ts'

/** By the index that holds what can be a bad moment and nothing else; its condition and this one are the same words. */
const EVENTS = `
  SELECT v.customer_id, v.id, v.ticket_id, v.thread_id, v.type, v.facts_json, v.at_ms
  FROM json_each(?) j
  CROSS JOIN events v INDEXED BY events_of_experience ON v.customer_id = j.value AND v.at_ms > ? AND
      v.type IN ('sla.breached', 'experience.negative', 'promise.closed', 'recovery.planned',
        'thread.state-changed', 'thread.assigned', 'thread.taken', 'ticket.relabelled')
  WHERE v.type <> 'thread.state-changed' OR json_extract(v.facts_json, '$.before') IN ('solved', 'closed')`

const RATINGS = `
  SELECT s.customer_id, s.id, s.ticket_id, s.score, coalesce(s.answered_at_ms, s.asked_at_ms) AS at_ms
  FROM json_each(?) j JOIN surveys s ON s.customer_id = j.value AND s.asked_at_ms > ?
  WHERE s.kind = 'csat' AND s.score IS NOT NULL`

const DOWN = `
  SELECT 'impacts' AS "table", i.customer_id, i.id, i.ticket_id, i.down_since_ms, i.restored_at_ms
  FROM json_each(?1) j JOIN impacts i ON i.customer_id = j.value WHERE i.scope = 'down'
  UNION ALL
  SELECT 'assets', a.customer_id, a.id, NULL, a.down_since_ms, NULL
  FROM json_each(?1) j JOIN assets a ON a.customer_id = j.value WHERE a.down_since_ms IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM impacts i
      WHERE i.customer_id = a.customer_id AND i.asset_id = a.id AND i.restored_at_ms IS NULL)`

/** Follow-ups of painful incidents: service comes back by itself, nobody has to plan it once more. */
const HANDSHAKES = `
  SELECT h.customer_id, h.follow_up_id FROM json_each(?) j
  JOIN handshakes h ON h.customer_id = j.value AND h.at_ms > ?`

/** Complaints: one with an owner and steps is a recovery under way. */
const COMPLAINTS = `
  SELECT c.customer_id, c.id FROM json_each(?) j
  JOIN complaints c ON c.customer_id = j.value WHERE c.state <> 'withdrawn'`

type EventRow = {
  readonly customer_id: string
  readonly id: string
  readonly ticket_id: string | null
  readonly thread_id: string | null
  readonly type: string
  readonly facts_json: string
  readonly at_ms: number
}
type RatingRow = Pick<EventRow, 'customer_id' | 'id' | 'ticket_id' | 'at_ms'> & { readonly score: number }
type DownRow = Pick<EventRow, 'customer_id' | 'id' | 'ticket_id'> & {
  readonly table: 'impacts' | 'assets'
  readonly down_since_ms: number
  readonly restored_at_ms: number | null
}

type ComplaintRow = Pick<EventRow, 'customer_id' | 'id'>
type HandshakeRow = Pick<EventRow, 'customer_id'> & { readonly follow_up_id: string }

/** With the follow-ups and complaints that make up for it. */
export type FoundEvidence = Evidence & {
  readonly recoveryIds: readonly string[]
  readonly complaintIds: readonly string[]
}

/** Nobody answers later: a survey of before the window cannot say something within it. */
const ANSWER_MS = 14 * 86_400_000

function plannedIn({ type, facts_json: json }: EventRow): readonly string[] {
  if (type !== 'recovery.planned') return []
  const { followUpId } = JSON.parse(json) as Fields
  return typeof followUpId === 'string' ? [followUpId] : []
}

/** What of each of these customers may be a bad moment since then; a customer without any is not named. */
export function evidenceOf(
  db: ReadableDb,
  customerIds: readonly string[],
  sinceMs: number,
): ReadonlyMap<string, FoundEvidence> {
  const ids = JSON.stringify([...new Set(customerIds)])
  const events = Map.groupBy(all<EventRow>(db, EVENTS, [ids, sinceMs]), row => row.customer_id)
  const ratings = Map.groupBy(all<RatingRow>(db, RATINGS, [ids, sinceMs - ANSWER_MS]), row => row.customer_id)
  const down = Map.groupBy(all<DownRow>(db, DOWN, { 1: ids }), row => row.customer_id)
  const handshakes = Map.groupBy(all<HandshakeRow>(db, HANDSHAKES, [ids, sinceMs]), row => row.customer_id)
  const complaints = Map.groupBy(all<ComplaintRow>(db, COMPLAINTS, [ids]), row => row.customer_id)
  const found = new Set([...events.keys(), ...ratings.keys(), ...down.keys()])
  const evidence = (customerId: string): FoundEvidence => ({
    recoveryIds: [
      ...(events.get(customerId) ?? []).flatMap(plannedIn),
      ...(handshakes.get(customerId) ?? []).map(row => row.follow_up_id),
    ],
    complaintIds: (complaints.get(customerId) ?? []).map(({ id }) => id),
    events: (events.get(customerId) ?? []).map(row => ({
      id: row.id,
      ticketId: row.ticket_id,
      threadId: row.thread_id,
      type: row.type,
      facts: JSON.parse(row.facts_json) as Fields,
      atMs: row.at_ms,
    })),
    ratings: (ratings.get(customerId) ?? []).map(row => ({
      id: row.id,
      ticketId: row.ticket_id,
      score: row.score,
      atMs: row.at_ms,
    })),
    down: (down.get(customerId) ?? []).map(row => ({
      table: row.table,
      id: row.id,
      ticketId: row.ticket_id,
      sinceMs: row.down_since_ms,
      untilMs: row.restored_at_ms,
    })),
  })
  return new Map([...found].map(customerId => [customerId, evidence(customerId)]))
}

const NOTHING: FoundEvidence = { events: [], ratings: [], down: [], recoveryIds: [], complaintIds: [] }
const joined = (a: FoundEvidence, b: FoundEvidence): FoundEvidence => ({
  recoveryIds: [...a.recoveryIds, ...b.recoveryIds],
  complaintIds: [...a.complaintIds, ...b.complaintIds],
  events: [...a.events, ...b.events],
  ratings: [...a.ratings, ...b.ratings],
  down: [...a.down, ...b.down],
})

/** The same of whole people: what happened with any record of somebody happened to them. */
export function evidenceOfPeople(
  db: ReadableDb,
  customerIds: readonly string[],
  sinceMs: number,
): ReadonlyMap<string, FoundEvidence> {
  const families = familiesOf(db, customerIds)
  const found = evidenceOf(
    db,
    [...families.values()].flatMap(({ ids }) => ids),
    sinceMs,
  )
  const people = [...families].map(([asked, { ids }]) => {
    const parts = ids.flatMap(id => found.get(id) ?? [])
    return [asked, parts.length === 0 ? null : parts.reduce(joined, NOTHING)] as const
  })
  return new Map(people.flatMap(([asked, evidence]) => (evidence === null ? [] : [[asked, evidence]])))
}
