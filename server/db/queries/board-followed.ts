import type { FollowUpFact, PainFact } from '../../board/facts.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

const FOLLOW_UP = `SELECT id, customer_id AS "customerId", state, due_at_ms AS "dueAtMs",
  completed_at_ms AS "completedAtMs", owner_id AS "ownerId" FROM follow_ups WHERE workspace_id = $1`
const PAIN = `SELECT id, customer_id AS "customerId", at_ms AS "atMs" FROM handshakes WHERE workspace_id = $1`

export const readFollowUpsSince = (session: Session, sinceMs: number): Promise<readonly FollowUpFact[]> =>
  all(session, `${FOLLOW_UP} AND due_at_ms > $2`, [sinceMs])

export const readFollowUpFacts = (
  session: Session,
  ids: readonly string[],
): Promise<readonly FollowUpFact[]> => all(session, `${FOLLOW_UP} AND id = ANY($2)`, [ids])

export const readPainSince = (session: Session, sinceMs: number): Promise<readonly PainFact[]> =>
  all(session, `${PAIN} AND at_ms > $2`, [sinceMs])

export const readPainFacts = (session: Session, ids: readonly string[]): Promise<readonly PainFact[]> =>
  all(session, `${PAIN} AND id = ANY($2)`, [ids])
