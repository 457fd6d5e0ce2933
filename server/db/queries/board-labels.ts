import type { LabelFact } from '../../board/facts.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

/** What people changed, in order; nothing where no event of the kind is in the table for the ticket. */
const CHANGES = `SELECT ticket_id, jsonb_agg(jsonb_build_object('before', facts_json -> 'before',
    'after', facts_json -> 'after', 'atMs', at_ms) ORDER BY at_ms, id) AS changes
  FROM events WHERE workspace_id = $1 AND type = 'ticket.relabelled' AND actor_id IS NOT NULL`
const THREADS = `SELECT jsonb_agg(jsonb_build_object('kind', h.kind, 'state', h.state, 'isPaired', h.is_paired,
    'solvedAtMs', h.solved_at_ms)) FROM threads h WHERE h.workspace_id = $1 AND h.ticket_id = t.id`
const LABEL = `SELECT t.id AS "ticketId", t.created_at_ms AS "receivedAtMs",
    t.merged_into_id IS NOT NULL AS "isMerged", coalesce(c.changes, '[]') AS changes,
    coalesce((${THREADS}), '[]') AS threads
  FROM tickets t`

/** Tickets that came since, with what people made of their kind. */
export const readLabelsSince = (session: Session, sinceMs: number): Promise<readonly LabelFact[]> =>
  all(
    session,
    `WITH c AS MATERIALIZED (${CHANGES} AND at_ms > $2 GROUP BY ticket_id)
     ${LABEL} LEFT JOIN c ON c.ticket_id = t.id WHERE t.workspace_id = $1 AND t.created_at_ms > $2`,
    [sinceMs],
  )

export const readLabelFacts = (
  session: Session,
  ticketIds: readonly string[],
): Promise<readonly LabelFact[]> =>
  all(
    session,
    `${LABEL} LEFT JOIN LATERAL (${CHANGES} AND ticket_id = t.id GROUP BY ticket_id) c ON true
     WHERE t.workspace_id = $1 AND t.id = ANY($2)`,
    [ticketIds],
  )

/** Tickets whose kind was changed by events. */
export async function readRelabelled(
  session: Session,
  eventIds: readonly string[],
): Promise<readonly string[]> {
  const sql = `SELECT DISTINCT ticket_id AS id FROM events
    WHERE workspace_id = $1 AND id = ANY($2) AND type = 'ticket.relabelled' AND ticket_id IS NOT NULL`
  return (await all<{ id: string }>(session, sql, [eventIds])).map(({ id }) => id)
}
