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
