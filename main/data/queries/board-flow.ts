import type { BoardFilter } from '../../../shared/contract/floor.ts'
import { all } from '../db/statement.ts'
import type { FoundOutcome } from './board-outcomes.ts'
import type { QueryContext } from './query-context.ts'

type FlowFilter = Extract<BoardFilter, { by: 'flow' }>

/** A message written offline reaches the hub later than the ticket was active. */
const LATE_MS = 24 * 3_600_000

/**
 * Tickets whose customers wrote, or were answered by people, within a time, as far as they are on this laptop, with how
 * many of those messages each has: most first.
 */
export function findFlow(
  { db }: QueryContext,
  { way, kind, fromMs, untilMs }: FlowFilter,
  limit: number,
): readonly FoundOutcome[] {
  return all<FoundOutcome>(
    db,
    `SELECT min(t.local_id) AS local_id, t.ticket_id, count(DISTINCT m.id) AS value
     FROM (SELECT DISTINCT ticket_id FROM threads
       WHERE state IN ('open', 'pending', 'snoozed', 'solved', 'closed') AND last_activity_at_ms > ?) active
     JOIN messages m ON m.ticket_id = active.ticket_id
     JOIN threads t ON t.ticket_id = active.ticket_id
     WHERE coalesce(m.accepted_at_ms, m.written_at_ms) >= ? AND coalesce(m.accepted_at_ms, m.written_at_ms) < ?
       AND ((? AND m.direction = 'in') OR (? AND m.direction <> 'in' AND m.author_kind = 'agent'))
       AND (? IS NULL OR t.kind = ?)
     GROUP BY t.ticket_id ORDER BY value DESC, max(m.written_at_ms) DESC, t.ticket_id LIMIT ?`,
    [
      fromMs - LATE_MS,
      fromMs,
      untilMs,
      way === 'replies' ? 0 : 1,
      way === 'arrivals' ? 0 : 1,
      kind,
      kind,
      limit,
    ],
  )
}
