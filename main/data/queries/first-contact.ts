import type { BoardFilter } from '../../../shared/contract/floor.ts'
import { CONTACT_MISSES, contactMissOf, firstContactOf } from '../../../shared/rules/closing/first-contact.ts'
import type { ContactFacts, FirstContact } from '../../../shared/rules/closing/first-contact.ts'
import { all } from '../db/statement.ts'
import type { QueryContext } from './query-context.ts'

/** How a solved thread stands, for threads named `t`: the same facts as the hub counts by. */
const FACTS = `t.id, t.local_id, t.ticket_id, t.solved_at_ms AS solvedAtMs, t.reopened_count AS reopenedCount,
  (SELECT count(*) FROM messages m
   WHERE m.ticket_id = t.ticket_id AND m.direction = 'out' AND m.author_kind = 'agent') AS replies,
  EXISTS (SELECT 1 FROM closings c WHERE c.ticket_id = t.ticket_id AND c.thread_id = t.id
    AND c.at_ms >= t.solved_at_ms AND json_extract(c.answers_json, '$.resolved') = 0) AS isUnresolved,
  (SELECT min(o.created_at_ms) FROM
     (SELECT l.other_ticket_id AS id FROM ticket_links l WHERE l.ticket_id = t.ticket_id
      UNION SELECT l.ticket_id FROM ticket_links l WHERE l.other_ticket_id = t.ticket_id) n
   JOIN tickets o ON o.id = n.id WHERE o.created_at_ms > t.solved_at_ms) AS linkedAtMs`

type Row = Omit<ContactFacts, 'isUnresolved'> & {
  readonly id: string
  readonly local_id: number
  readonly ticket_id: string
  readonly isUnresolved: number
}
const factsOf = (row: Row): ContactFacts => ({ ...row, isUnresolved: row.isUnresolved === 1 })

/** How the threads of a ticket stand with first contact, by their id. */
export function contactsOf(
  { db, clock }: QueryContext,
  ticketId: string,
): Readonly<Record<string, FirstContact>> {
  const rows = all<Row>(db, `SELECT ${FACTS} FROM threads t WHERE t.ticket_id = ? AND t.solved_at_ms > 0`, [
    ticketId,
  ])
  const nowMs = clock.now()
  return Object.fromEntries(
    rows.flatMap(row => {
      const how = firstContactOf(factsOf(row), nowMs)
      return how === null ? [] : [[row.id, how] as const]
    }),
  )
}

type Filter = Extract<BoardFilter, { by: 'outcome' }>
type Found = { readonly local_id: number; readonly ticket_id: string; readonly value: number }

const KINDS = ['service', 'support'] as const

/**
 * Threads solved within the period, those first that do not count: what keeps the number down. `value`: replies by
 * people; where something else speaks against it, minus its place in `CONTACT_MISSES`, counted from one.
 */
export function findContacts(
  { db }: QueryContext,
  { kind, sinceMs }: Filter,
  limit: number,
): readonly Found[] {
  const rows = all<Row>(
    db,
    `SELECT ${FACTS} FROM threads t
     WHERE t.kind IN (SELECT value FROM json_each(?)) AND t.solved_at_ms > ?
     ORDER BY t.solved_at_ms DESC, t.id`,
    [JSON.stringify(kind === null ? KINDS : [kind]), sinceMs],
  )
  const placed = rows.map(row => {
    const miss = contactMissOf(factsOf(row))
    const place = miss === null ? CONTACT_MISSES.length : CONTACT_MISSES.indexOf(miss)
    const isOther = miss !== null && miss !== 'replies'
    const { local_id, ticket_id, replies } = row
    return { place, replies, found: { local_id, ticket_id, value: isOther ? -place - 1 : replies } }
  })
  return placed
    .toSorted((a, b) => a.place - b.place || b.replies - a.replies)
    .slice(0, limit)
    .map(({ found }) => found)
}
