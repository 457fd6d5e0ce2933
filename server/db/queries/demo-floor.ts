import type { Session } from './session.ts'
import { all } from './session.ts'

/** A thread somebody of the simulated floor may work on. */
export type FloorThread = {
  readonly threadId: string
  readonly ticketId: string
  readonly assigneeId: string | null
  readonly state: string
  readonly lastMessageSeq: number
  readonly isWaiting: boolean
  readonly language: string | null
  readonly address: string | null
}

const THREAD = `
  SELECT t.id AS "threadId", t.ticket_id AS "ticketId", t.assignee_id AS "assigneeId", t.state,
    k.last_message_seq AS "lastMessageSeq", t.waiting_since_ms IS NOT NULL AS "isWaiting", c.language,
    (SELECT p.value FROM contact_points p
     WHERE p.workspace_id = t.workspace_id AND p.customer_id = t.customer_id AND p.kind = 'email' LIMIT 1) AS address
  FROM threads t
  JOIN tickets k ON k.workspace_id = t.workspace_id AND k.id = t.ticket_id
  JOIN customers c ON c.workspace_id = t.workspace_id AND c.id = t.customer_id
  WHERE t.workspace_id = $1`

/** Open work of an agent, then what waits for somebody of the teams; the longest wait first. */
export const readWorkFor = (
  session: Session,
  { agentId, teamIds }: { readonly agentId: string; readonly teamIds: readonly string[] },
): Promise<readonly FloorThread[]> =>
  all(
    session,
    `${THREAD} AND t.state = 'open' AND (t.assignee_id = $2 OR (t.assignee_id IS NULL AND t.team_id = ANY($3)))
     ORDER BY t.waiting_since_ms NULLS LAST, t.id LIMIT 30`,
    [agentId, teamIds],
  )

/** Conversations that go on: what was talked about last. */
export const readRecentWork = (session: Session): Promise<readonly FloorThread[]> =>
  all(
    session,
    `${THREAD} AND t.state IN ('open', 'pending') ORDER BY t.last_activity_at_ms DESC, t.id LIMIT 120`,
  )

export type FloorCustomer = {
  readonly id: string
  readonly name: string
  readonly language: string | null
  readonly address: string
}

/** People who may write for the first time, always the same ones. */
export const readFloorCustomers = (session: Session): Promise<readonly FloorCustomer[]> =>
  all(
    session,
    `SELECT c.id, c.name, c.language, p.value AS address FROM customers c
     JOIN contact_points p ON p.workspace_id = c.workspace_id AND p.customer_id = c.id AND p.kind = 'email'
     WHERE c.workspace_id = $1 ORDER BY c.id LIMIT 300`,
  )

export type FloorTeam = { readonly id: string; readonly kind: string }
export const readFloorTeams = (session: Session): Promise<readonly FloorTeam[]> =>
  all(session, 'SELECT id, kind FROM teams WHERE workspace_id = $1 AND kind IS NOT NULL ORDER BY id')

/** Tickets with open work nobody has yet: what an agent takes last thing in the evening. */
export async function readUntaken(session: Session, most: number): Promise<readonly string[]> {
  const sql = `SELECT DISTINCT ticket_id AS id FROM threads
    WHERE workspace_id = $1 AND state = 'open' AND assignee_id IS NULL ORDER BY id LIMIT $2`
  return (await all<{ id: string }>(session, sql, [most])).map(({ id }) => id)
}
