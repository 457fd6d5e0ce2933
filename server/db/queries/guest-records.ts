import type { GuestRecord } from '../../../shared/protocol/guests.ts'
import { MOST_GUEST_RECORDS } from '../../../shared/protocol/guests.ts'
import type { GuestStay } from '../../sync/store.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

export async function recordGuest(session: Session, stay: GuestStay): Promise<void> {
  const { agentId, what, byId, atMs, teamIds, untilMs } = stay
  await run(
    session,
    `INSERT INTO tandem.guest_records (workspace_id, agent_id, what, by_id, at_ms, team_ids_json, until_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [agentId, what, byId, atMs, JSON.stringify(teamIds), untilMs],
  )
}

/** What was done about guests, the newest first. */
export const readGuestRecords = (session: Session): Promise<readonly GuestRecord[]> =>
  all<GuestRecord>(
    session,
    `SELECT agent_id AS "agentId", what, by_id AS "byId", at_ms AS "atMs", team_ids_json AS "teamIds",
       until_ms AS "untilMs"
     FROM tandem.guest_records WHERE workspace_id = $1 ORDER BY seq DESC LIMIT $2`,
    [MOST_GUEST_RECORDS],
  )

/** Whether a guest was ever let in with all audiences kept. */
export const hasGuestRecords = async (session: Session): Promise<boolean> =>
  (await all(session, 'SELECT FROM tandem.guest_records WHERE workspace_id = $1 LIMIT 1')).length > 0

export type GuestQuarters = {
  readonly agentId: string
  readonly teamIds: readonly string[]
  /** Counted from 1970, each once. */
  readonly quarters: readonly number[]
}

/** The beginning of ids made at a moment: twelve digits of its time in ms, eight and four. */
function beginningOf(atMs: number): string {
  const digits = Math.max(0, Math.floor(atMs)).toString(16).padStart(12, '0')
  return `${digits.slice(0, 8)}-${digits.slice(8)}`
}

/**
 * In which stretches of `perMs` since `fromMs` guests did anything: by the moment their laptop made it, which its id says,
 * so that work without a network counts when it was done. Receipts are looked up by the laptops guests have signed in on.
 */
export const readGuestQuarters = (
  session: Session,
  { fromMs, perMs }: { readonly fromMs: number; readonly perMs: number },
): Promise<readonly GuestQuarters[]> =>
  all<GuestQuarters>(
    session,
    `SELECT g.id AS "agentId", g.team_ids_json AS "teamIds",
       coalesce(json_agg(DISTINCT w.quarter) FILTER (WHERE w.quarter IS NOT NULL), '[]'::json) AS quarters
     FROM tandem.agents g
     LEFT JOIN LATERAL (
       SELECT ('x' || lpad(replace(left(r.mutation_id, 13), '-', ''), 16, '0'))::bit(64)::bigint / $3 AS quarter
       FROM (SELECT DISTINCT t.client_id FROM tandem.refresh_tokens t
         WHERE t.workspace_id = $1 AND t.agent_id = g.id) c
       JOIN tandem.receipts r ON r.workspace_id = $1 AND r.client_id = c.client_id AND r.mutation_id >= $2
         AND r.author_id = g.id
     ) w ON true
     WHERE g.workspace_id = $1 AND g.role = 'guest'
     GROUP BY g.id, g.team_ids_json`,
    [beginningOf(fromMs), perMs],
  )
