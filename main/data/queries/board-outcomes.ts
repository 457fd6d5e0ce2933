import type { BoardFilter } from '../../../shared/contract/floor.ts'
import { groupBy } from '../../../shared/rules/group-by.ts'
import type { KindChange } from '../../../shared/rules/triage/mislabel.ts'
import { firstKindOf, KIND_TURNS, kindTurnOf } from '../../../shared/rules/triage/mislabel.ts'
import { all } from '../db/statement.ts'
import type { SqlValue } from '../db/types.ts'
import { findFollowUps, findPainful } from './followed-up.ts'
import { findContacts } from './first-contact.ts'
import type { QueryContext } from './query-context.ts'

type OutcomeFilter = Extract<BoardFilter, { by: 'outcome' }>
export type FoundOutcome = {
  readonly local_id: number
  readonly ticket_id: string
  readonly value: number
}
type Question = { readonly sql: string; readonly params: readonly SqlValue[] }

const STATES = "('open', 'pending', 'snoozed', 'solved', 'closed')"
/** Threads that somebody answered first within the period, the slowest first. Who is answered is active: the index knows. */
const firstReplies = ({ kind, sinceMs }: OutcomeFilter): Question => ({
  sql: `SELECT t.local_id, t.ticket_id, t.answered_at_ms - t.opened_at_ms AS value FROM threads t
    WHERE t.state IN ${STATES} AND t.last_activity_at_ms > ? AND t.answered_at_ms > ?
      AND (? IS NULL OR t.kind = ?)
    ORDER BY value DESC, t.id`,
  params: [sinceMs, sinceMs, kind, kind],
})

/** Support solved within the period, the longest outage first. */
const restored = ({ sinceMs }: OutcomeFilter): Question => ({
  sql: `SELECT t.local_id, t.ticket_id,
      max(0, coalesce(t.restored_at_ms, t.solved_at_ms) - t.opened_at_ms) AS value
    FROM threads t WHERE t.kind = 'support' AND t.solved_at_ms > ?
    ORDER BY value DESC, t.id`,
  params: [sinceMs],
})

/** Answered surveys of the period, the worst first. */
const answered = ({ kind, sinceMs }: OutcomeFilter): Question => ({
  sql: `SELECT t.local_id, t.ticket_id, s.score AS value
    FROM surveys s JOIN threads t ON t.ticket_id = s.ticket_id
    WHERE s.kind = 'csat' AND s.score IS NOT NULL AND s.answered_at_ms IS NOT NULL AND s.asked_at_ms > ?
      AND (? IS NULL OR t.kind = ?)
    ORDER BY s.score, s.answered_at_ms DESC, s.id, t.kind`,
  params: [sinceMs, kind, kind],
})

type Relabelled = FoundOutcome & KindChange

/**
 * Tickets that came within the period and that people found to be of another kind, the last found first. What came
 * within it was active within it: the index knows.
 */
function mislabelled(
  { db }: QueryContext,
  { kind, sinceMs }: OutcomeFilter,
  limit: number,
): readonly FoundOutcome[] {
  const changes = all<Relabelled>(
    db,
    `SELECT t.local_id, t.ticket_id, e.at_ms AS atMs, json_extract(e.facts_json, '$.before') AS before,
       json_extract(e.facts_json, '$.after') AS after, 0 AS value
     FROM threads t JOIN tickets k ON k.id = t.ticket_id JOIN events e ON e.ticket_id = t.ticket_id
     WHERE t.state IN ${STATES} AND t.last_activity_at_ms > ? AND k.created_at_ms > ?
       AND k.merged_into_id IS NULL AND e.type = 'ticket.relabelled' AND e.actor_id IS NOT NULL
     ORDER BY e.at_ms DESC, e.id DESC, t.kind`,
    [sinceMs, sinceMs],
  )
  return [...groupBy(changes, ({ ticket_id: id }) => id).values()]
    .flatMap(([newest, ...older]): readonly FoundOutcome[] => {
      const turn = newest && kindTurnOf([newest, ...older])
      if (!newest || !turn) return []
      const came = firstKindOf(turn, null)
      if (kind !== null && came !== kind && came !== 'both') return []
      return [{ local_id: newest.local_id, ticket_id: newest.ticket_id, value: KIND_TURNS.indexOf(turn) }]
    })
    .slice(0, limit)
}

type Counted = Exclude<OutcomeFilter['of'], 'mislabelled' | 'first-contact' | 'follow-ups' | 'painful'>
function questionOf(of: Counted, filter: OutcomeFilter): Question {
  switch (of) {
    case 'first-reply':
      return firstReplies(filter)
    case 'restore':
      return restored(filter)
    case 'csat':
      return answered(filter)
  }
}

/**
 * Threads behind a measure of the board, as far as they are on this laptop, with what each gives to it: the ones that
 * pull it the wrong way first. Times in ms; replies by people or why it was missed; scores 1 to 5; places in `KIND_TURNS`.
 */
export function findOutcomes(
  context: QueryContext,
  filter: OutcomeFilter,
  limit: number,
): readonly FoundOutcome[] {
  const { of } = filter
  if (of === 'mislabelled') return mislabelled(context, filter, limit)
  if (of === 'first-contact') return findContacts(context, filter, limit)
  if (of === 'follow-ups') return findFollowUps(context, filter, limit)
  if (of === 'painful') return findPainful(context, filter, limit)
  const { sql, params } = questionOf(of, filter)
  return all<FoundOutcome>(context.db, `${sql} LIMIT ?`, [...params, limit])
}
