import type { TicketKind } from '../../../shared/rules/work-kind.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

export type DecisionStand = { readonly count: number; readonly newestMs: number }

/** How many decisions about kinds people have made, and when the newest was. */
export async function readDecisionStand(session: Session): Promise<DecisionStand> {
  const [stand] = await all<{ count: number | string; newestMs: number | string }>(
    session,
    `SELECT count(*) AS count, coalesce(max(at_ms), 0) AS "newestMs" FROM events
     WHERE workspace_id = $1 AND type IN ('ticket.relabelled', 'ticket.kind-kept') AND actor_id IS NOT NULL`,
  )
  return { count: Number(stand?.count ?? 0), newestMs: Number(stand?.newestMs ?? 0) }
}

export type KindDecision = {
  readonly ticketId: string
  readonly atMs: number
  readonly kind: TicketKind
  readonly subject: string
  /** What the customer wrote, at most three messages. */
  readonly bodies: readonly string[]
}

/** The newest decision about each ticket, the newest tickets first, with the words it was about. */
export const readKindDecisions = (session: Session, limit: number): Promise<readonly KindDecision[]> =>
  all<KindDecision>(
    session,
    `SELECT d.ticket_id AS "ticketId", d.at_ms AS "atMs", d.kind, k.subject, ARRAY(
       SELECT left(m.body_text, 24000) FROM messages m
       WHERE m.workspace_id = $1 AND m.ticket_id = d.ticket_id AND m.direction = 'in'
       ORDER BY m.written_at_ms, m.id LIMIT 3
     ) AS bodies
     FROM (
       SELECT DISTINCT ON (ticket_id) ticket_id, at_ms, coalesce(facts_json->>'after', facts_json->>'kind') AS kind
       FROM events
       WHERE workspace_id = $1 AND type IN ('ticket.relabelled', 'ticket.kind-kept')
         AND actor_id IS NOT NULL AND ticket_id IS NOT NULL
       ORDER BY ticket_id, at_ms DESC, id DESC
     ) d
     JOIN tickets k ON k.workspace_id = $1 AND k.id = d.ticket_id
     WHERE d.kind IN ('service', 'support', 'both')
     ORDER BY d.at_ms DESC, d.ticket_id LIMIT $2`,
    [limit],
  )
