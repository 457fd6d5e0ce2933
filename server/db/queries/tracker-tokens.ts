import type { Session } from './session.ts'
import { all, run } from './session.ts'

export type TrackerToken = { readonly name: string; readonly createdAtMs: number }

/** The tracker a token belongs to; null for one that was withdrawn or never made. */
export async function readTracker(session: Session, hash: string): Promise<TrackerToken | null> {
  const rows = await all<TrackerToken>(
    session,
    `SELECT name, created_at_ms AS "createdAtMs" FROM tandem.tracker_tokens
     WHERE workspace_id = $1 AND token_hash = $2`,
    [hash],
  )
  return rows[0] ?? null
}

export const listTrackers = (session: Session): Promise<readonly TrackerToken[]> =>
  all<TrackerToken>(
    session,
    `SELECT name, created_at_ms AS "createdAtMs" FROM tandem.tracker_tokens WHERE workspace_id = $1
     ORDER BY created_at_ms, name`,
  )

type NewTracker = TrackerToken & { readonly hash: string }

export async function insertTracker(
  session: Session,
  { hash, name, createdAtMs }: NewTracker,
): Promise<void> {
  await run(
    session,
    `INSERT INTO tandem.tracker_tokens (workspace_id, token_hash, name, created_at_ms) VALUES ($1, $2, $3, $4)`,
    [hash, name, createdAtMs],
  )
}

/** Answers how many tokens of that name there were. */
export const removeTrackers = (session: Session, name: string): Promise<number> =>
  run(session, 'DELETE FROM tandem.tracker_tokens WHERE workspace_id = $1 AND name = $2', [name])
