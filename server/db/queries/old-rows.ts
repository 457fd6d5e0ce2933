import type { RemovalRecord } from '../../../shared/protocol/keeping.ts'
import type { CutOffs } from '../../../shared/rules/retention/retention-rule.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

/**
 * Of merged records the one that stands for the person, however many merges lead there; as `rootOf` says. UNION drops
 * who was found before, so a circle ends as well.
 */
const MERGED = `
  merged AS (
    SELECT c.id, p.id AS into_id FROM tandem.customers c
    JOIN tandem.customers p ON p.workspace_id = $1 AND p.id = c.merged_into_id WHERE c.workspace_id = $1
  ), walk AS (
    SELECT id, into_id FROM merged
    UNION SELECT w.id, m.into_id FROM walk w JOIN merged m ON m.id = w.into_id
  ), roots AS (
    SELECT w.id, w.into_id AS root FROM walk w WHERE NOT EXISTS (SELECT FROM merged m WHERE m.id = w.into_id)
  )`
const ROOT = 'COALESCE(r.root, c.id)'

/** As `isOldTicket` says; left out is what somebody writes on, and what a legal hold names. */
const OLD_TICKETS = `
  FROM tandem.tickets t JOIN tandem.customers c ON c.workspace_id = $1 AND c.id = t.customer_id
  LEFT JOIN roots r ON r.id = c.id
  WHERE t.workspace_id = $1
    AND EXISTS (SELECT FROM tandem.threads h WHERE h.workspace_id = $1 AND h.ticket_id = t.id)
    AND NOT EXISTS (
      SELECT FROM tandem.threads h WHERE h.workspace_id = $1 AND h.ticket_id = t.id AND NOT (
        h.state IN ('solved', 'closed') AND GREATEST(COALESCE(h.solved_at_ms, 0), h.last_activity_at_ms)
          < CASE h.kind WHEN 'service' THEN $2::bigint WHEN 'support' THEN $3::bigint ELSE 0 END))
    AND NOT EXISTS (SELECT FROM tandem.drafts d WHERE d.workspace_id = $1 AND d.ticket_id = t.id)
    AND NOT EXISTS (
      SELECT FROM tandem.holds o LEFT JOIN roots hr ON hr.id = o.customer_id
      WHERE o.workspace_id = $1 AND (o.ticket_id = t.id OR
        (o.ticket_id IS NULL AND COALESCE(hr.root, o.customer_id) = ${ROOT})))`

/** As `isOldPerson` says. */
const ALIVE = `
  WITH RECURSIVE ${MERGED}, signs AS (
    SELECT id AS customer_id FROM tandem.customers WHERE workspace_id = $1 AND created_at_ms >= $2
    UNION SELECT customer_id FROM tandem.threads
      WHERE workspace_id = $1 AND (state NOT IN ('solved', 'closed') OR last_activity_at_ms >= $2)
    UNION SELECT customer_id FROM tandem.messages WHERE workspace_id = $1 AND written_at_ms >= $2
    UNION SELECT customer_id FROM tandem.notes WHERE workspace_id = $1 AND created_at_ms >= $2
    UNION SELECT customer_id FROM tandem.orders WHERE workspace_id = $1 AND placed_at_ms >= $2
    UNION SELECT customer_id FROM tandem.invoices WHERE workspace_id = $1 AND issued_at_ms >= $2
    UNION SELECT customer_id FROM tandem.return_cases WHERE workspace_id = $1 AND closed_at_ms IS NULL
    UNION SELECT customer_id FROM tandem.subscriptions WHERE workspace_id = $1 AND state IN ('active', 'paused')
    UNION SELECT customer_id FROM tandem.follow_ups WHERE workspace_id = $1 AND state = 'open'
    UNION SELECT customer_id FROM tandem.promises WHERE workspace_id = $1 AND state = 'open'
    UNION SELECT customer_id FROM tandem.holds WHERE workspace_id = $1
  ), alive AS (
    SELECT DISTINCT ${ROOT} AS id FROM signs s
    JOIN tandem.customers c ON c.workspace_id = $1 AND c.id = s.customer_id
    LEFT JOIN roots r ON r.id = c.id
  )`
const OLD_CUSTOMERS = `
  FROM tandem.customers c WHERE c.workspace_id = $1 AND c.merged_into_id IS NULL
    AND NOT EXISTS (SELECT FROM alive WHERE alive.id = c.id)`

type Id = { readonly id: string }
const idsOf = (rows: readonly Id[]): readonly string[] => rows.map(({ id }) => id)

/** Tickets that are to go, in order of their ids. */
export const readOldTickets = async (
  session: Session,
  { service, support }: CutOffs,
  limit: number,
): Promise<readonly string[]> =>
  idsOf(
    await all<Id>(session, `WITH RECURSIVE ${MERGED} SELECT t.id ${OLD_TICKETS} ORDER BY t.id LIMIT $4`, [
      service,
      support,
      limit,
    ]),
  )

/** People who are to be erased, in order of their ids. */
export async function readOldCustomers(
  session: Session,
  { customer }: CutOffs,
  limit: number,
): Promise<readonly string[]> {
  if (customer === 0) return []
  return idsOf(
    await all<Id>(session, `${ALIVE} SELECT c.id ${OLD_CUSTOMERS} ORDER BY c.id LIMIT $3`, [customer, limit]),
  )
}

const OLD_POSTS = `
  FROM tandem.unplaced_posts p
  WHERE p.workspace_id = $1 AND GREATEST(p.posted_at_ms, COALESCE(p.reported_at_ms, 0)) < $2`

/** Posts without a customer that are to go, as `isOldPost` says, in order of their ids. */
export const readOldPosts = async (
  session: Session,
  { post }: CutOffs,
  limit: number,
): Promise<readonly string[]> =>
  idsOf(await all<Id>(session, `SELECT p.id ${OLD_POSTS} ORDER BY p.id LIMIT $3`, [post, limit]))

export type OldCounts = {
  readonly tickets: number
  readonly ofCustomers: number
  readonly customers: number
  readonly posts: number
  readonly holds: number
}
type Counted = Pick<OldCounts, 'tickets' | 'ofCustomers'>

/** How much would go. */
export async function countOld(session: Session, cutOffs: CutOffs): Promise<OldCounts> {
  const [found] = await all<Counted>(
    session,
    `WITH RECURSIVE ${MERGED}
     SELECT count(*)::int AS tickets, count(DISTINCT ${ROOT})::int AS "ofCustomers" ${OLD_TICKETS}`,
    [cutOffs.service, cutOffs.support],
  )
  const [people] =
    cutOffs.customer === 0
      ? []
      : await all<{ count: number }>(session, `${ALIVE} SELECT count(*)::int AS count ${OLD_CUSTOMERS}`, [
          cutOffs.customer,
        ])
  const [posts] = await all<{ count: number }>(session, `SELECT count(*)::int AS count ${OLD_POSTS}`, [
    cutOffs.post,
  ])
  const [held] = await all<{ count: number }>(
    session,
    'SELECT count(*)::int AS count FROM tandem.holds WHERE workspace_id = $1',
  )
  const { tickets = 0, ofCustomers = 0 } = found ?? {}
  return {
    tickets,
    ofCustomers,
    customers: people?.count ?? 0,
    posts: posts?.count ?? 0,
    holds: held?.count ?? 0,
  }
}

export const recordRemoval = (
  session: Session,
  { day, tickets, customers, posts }: RemovalRecord,
): Promise<number> =>
  run(
    session,
    `INSERT INTO tandem.removals AS r (workspace_id, day, tickets, customers, posts) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (workspace_id, day)
     DO UPDATE SET tickets = r.tickets + EXCLUDED.tickets, customers = r.customers + EXCLUDED.customers,
       posts = r.posts + EXCLUDED.posts`,
    [day, tickets, customers, posts],
  )

/** Days on which something was removed, the newest first. */
export const readRemovals = (session: Session, limit: number): Promise<readonly RemovalRecord[]> =>
  all<RemovalRecord>(
    session,
    `SELECT day, tickets::int AS tickets, customers::int AS customers, posts::int AS posts
     FROM tandem.removals
     WHERE workspace_id = $1 ORDER BY day DESC LIMIT $2`,
    [limit],
  )
