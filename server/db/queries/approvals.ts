import type { ApprovalFact } from '../../board/facts.ts'
import { APPROVALS_LIMIT } from '../../../shared/protocol/approvals.ts'
import type { ApprovalsAnswer, WaitingOnHub } from '../../../shared/protocol/approvals.ts'
import { nameOfPerson } from './families.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

const MAY_FETCH = `($2::text[] IS NULL OR EXISTS (SELECT FROM tandem.group_audience g, unnest(g.keys) AS key
  WHERE g.workspace_id = $1 AND g.customer_id = a.customer_id AND split_part(key, '/', 1) = ANY($2)))`

const WAITING = `
  SELECT a.id, a.customer_id AS "customerId",
    coalesce(${nameOfPerson('a.customer_id')}, '') AS "customerName", a.ticket_id AS "ticketId",
    k.number, k.subject, a.subject_kind AS "subjectKind", a.amount_minor AS "amountMinor", a.currency, a.reason,
    a.requested_by AS "requestedBy", a.requested_at_ms AS "requestedAtMs"
  FROM tandem.approvals a
  LEFT JOIN tandem.tickets k ON k.workspace_id = $1 AND k.id = a.ticket_id
  WHERE a.workspace_id = $1 AND a.state = 'requested' AND ${MAY_FETCH}
  ORDER BY a.requested_at_ms, a.id LIMIT ${APPROVALS_LIMIT}`

const COUNT = `SELECT count(*)::int AS count FROM tandem.approvals
  WHERE workspace_id = $1 AND state = 'requested'`

/** Approvals that wait, the oldest first. `keys`: without ages, of the customers that may be named; null: any. */
export async function readWaitingApprovals(
  session: Session,
  keys: readonly string[] | null,
): Promise<ApprovalsAnswer> {
  const approvals = await all<WaitingOnHub>(session, WAITING, [keys])
  const [counted] = await all<{ readonly count: number }>(session, COUNT)
  return { approvals: [...approvals], others: Math.max(0, (counted?.count ?? 0) - approvals.length) }
}

const FACT = `SELECT id, ticket_id AS "ticketId", requested_at_ms AS "requestedAtMs",
  state = 'requested' AS "isWaiting" FROM tandem.approvals WHERE workspace_id = $1`

/** For the board: everything that waits. */
export const readWaitingFacts = (session: Session): Promise<readonly ApprovalFact[]> =>
  all(session, `${FACT} AND state = 'requested'`)

export const readApprovalFacts = (
  session: Session,
  ids: readonly string[],
): Promise<readonly ApprovalFact[]> => all(session, `${FACT} AND id = ANY($2)`, [ids])
