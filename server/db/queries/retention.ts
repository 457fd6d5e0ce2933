import type { Pool } from 'pg'
import type { Session } from './session.ts'
import { run } from './session.ts'

/** Rows of one sweep: a long delete would hold its locks and its memory for as long. */
const BATCH = 5000

/** Receipts so old that no laptop will ask again. Answers how many went; a full batch means there is more. */
export const purgeReceipts = (session: Session, beforeMs: number): Promise<number> =>
  run(
    session,
    `DELETE FROM receipts WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM receipts WHERE workspace_id = $1 AND accepted_at_ms < $2 LIMIT ${BATCH}
     ))`,
    [beforeMs],
  )

export type TokenHorizons = { readonly expiredBeforeMs: number; readonly usedBeforeMs: number }

/** Tokens that open nothing any more. Spent ones stay for a while: their reuse gives a thief away. */
export async function purgeTokens(
  session: Session,
  { expiredBeforeMs, usedBeforeMs }: TokenHorizons,
): Promise<number> {
  const access = await run(
    session,
    'DELETE FROM access_tokens WHERE workspace_id = $1 AND expires_at_ms < $2',
    [expiredBeforeMs],
  )
  const refresh = await run(
    session,
    `DELETE FROM refresh_tokens WHERE workspace_id = $1
       AND (expires_at_ms < $2 OR used_at_ms < $3 OR revoked_at_ms < $3)`,
    [expiredBeforeMs, usedBeforeMs],
  )
  return access + refresh
}

/** Counts of sign-in attempts whose window is long over; through the owner's pool. */
export async function purgeAttempts(owner: Pool, beforeMs: number): Promise<number> {
  const { rowCount } = await owner.query('DELETE FROM tandem.sign_in_attempts WHERE window_start_ms < $1', [
    beforeMs,
  ])
  return rowCount ?? 0
}

export const RETENTION_BATCH = BATCH
