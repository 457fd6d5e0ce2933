import type { Session } from './session.ts'
import { all } from './session.ts'

/** Updates that are to be written to those a laptop did not hold, the oldest first. */
export async function readRequestedUpdates(session: Session, limit: number): Promise<readonly string[]> {
  const sql = `SELECT id FROM tandem.issue_updates
    WHERE workspace_id = $1 AND rest_state = 'requested' ORDER BY sent_at_ms, id LIMIT $2`
  return (await all<{ readonly id: string }>(session, sql, [limit])).map(({ id }) => id)
}
