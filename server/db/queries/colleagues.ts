import type { Session } from './session.ts'
import { all } from './session.ts'

/** Copies of the hub listen on it; the payload is `workspace/agent`. */
export const COLLEAGUES_CHANNEL = 'tandem_colleagues'

/** What an agent says of themselves: 'offline' without a connected laptop, 'available' when they say nothing. */
export type Colleague = { readonly id: string; readonly state: string; readonly untilMs: number | null }

type Row = {
  readonly id: string
  readonly isHere: boolean | null
  readonly status: string | null
  readonly untilMs: number | null
}

/** What counts of an agent's laptops is what was said last, on whichever of them. */
const SAID_LAST = `ORDER BY c.status_set_at_ms DESC NULLS LAST) FILTER (WHERE c.status IS NOT NULL))[1]`

/** States of some agents, or of everybody for null; who never had a laptop is left out. Times in ms. */
export async function readColleagues(
  session: Session,
  { agentIds, nowMs }: { readonly agentIds: readonly string[] | null; readonly nowMs: number },
): Promise<readonly Colleague[]> {
  const rows = await all<Row>(
    session,
    `SELECT c.agent_id AS id, bool_or(c.live_until_ms > $2) AS "isHere",
       (array_agg(c.status ${SAID_LAST} AS status, (array_agg(c.status_until_ms ${SAID_LAST} AS "untilMs"
     FROM clients c JOIN agents a ON a.workspace_id = c.workspace_id AND a.id = c.agent_id AND a.is_active
     WHERE c.workspace_id = $1 AND ($3::text[] IS NULL OR c.agent_id = ANY($3))
     GROUP BY c.agent_id ORDER BY c.agent_id`,
    [nowMs, agentIds],
  )
  return rows.map(row => colleagueOf(row, nowMs))
}

function colleagueOf({ id, isHere, status, untilMs }: Row, nowMs: number): Colleague {
  if (isHere !== true) return { id, state: 'offline', untilMs: null }
  const isOver = status === null || (untilMs !== null && untilMs <= nowMs)
  return isOver ? { id, state: 'available', untilMs: null } : { id, state: status, untilMs }
}

/** Says on every copy of the hub that an agent came, went or says something else of themselves. */
export async function announceColleague({ client, workspaceId }: Session, agentId: string): Promise<void> {
  await client.query('SELECT pg_notify($1, $2)', [COLLEAGUES_CHANNEL, `${workspaceId}/${agentId}`])
}

/** Agents with a laptop that was to be heard of within this time, and was not: it went without a word. */
export async function readVanished(
  session: Session,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Promise<readonly string[]> {
  const sql = `SELECT DISTINCT agent_id AS id FROM clients
    WHERE workspace_id = $1 AND live_until_ms > $2 AND live_until_ms <= $3`
  return (await all<{ id: string }>(session, sql, [fromMs, toMs])).map(({ id }) => id)
}
