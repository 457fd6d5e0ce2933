import { HISTORY_DAYS } from '../../../shared/rules/scope-policy.ts'
import type { AudienceSize, GroupHolds, Span } from '../../sync/store.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

type Holds = GroupHolds & { readonly customerId: string }

const HOLDS = `
  SELECT c.id AS "customerId", c.created_at_ms AS "createdAtMs",
    EXISTS (SELECT FROM tandem.follow_ups f
      WHERE f.workspace_id = $1 AND f.customer_id = c.id AND f.state = 'open')
    OR EXISTS (SELECT FROM tandem.promises p
      WHERE p.workspace_id = $1 AND p.customer_id = c.id AND p.state = 'open') AS "isPromised",
    ARRAY(SELECT DISTINCT l.agent_id FROM tandem.leases l WHERE l.workspace_id = $1 AND l.customer_id = c.id
      AND l.ended_at_ms IS NULL AND l.until_ms > $3) AS lessees,
    (SELECT coalesce(json_agg(json_build_object('id', a.id, 'teamIds', a.team_ids_json)), '[]')
      FROM tandem.keeps k JOIN tandem.agents a ON a.workspace_id = $1 AND a.id = k.agent_id
      WHERE k.workspace_id = $1 AND k.customer_id = c.id) AS keepers
  FROM tandem.customers c WHERE c.workspace_id = $1 AND c.id = ANY($2)`

export async function readGroupHolds(
  session: Session,
  customerIds: readonly string[],
  asOfMs: number,
): Promise<ReadonlyMap<string, GroupHolds>> {
  if (customerIds.length === 0) return new Map()
  const rows = await all<Holds>(session, HOLDS, [customerIds, asOfMs])
  return new Map(rows.map(({ customerId, ...holds }) => [customerId, holds]))
}

const DAY_MS = 86_400_000

/** Closed work whose age passes one of the limits between the two moments, whichever of them is the earlier. */
export async function readAgedCustomers(
  session: Session,
  { fromMs, toMs }: Span,
): Promise<readonly string[]> {
  const [low, high] = [Math.min(fromMs, toMs), Math.max(fromMs, toMs)]
  const limits = HISTORY_DAYS.map(days => days * DAY_MS)
  const rows = await all<{ id: string }>(
    session,
    `SELECT DISTINCT x.id FROM unnest($4::bigint[]) AS d(age), LATERAL (
       SELECT t.customer_id AS id FROM tandem.threads t
       WHERE t.workspace_id = $1 AND t.state IN ('solved', 'closed')
         AND t.last_activity_at_ms BETWEEN $2::bigint - d.age AND $3::bigint - d.age
       UNION ALL
       SELECT c.id FROM tandem.customers c
       WHERE c.workspace_id = $1 AND c.created_at_ms BETWEEN $2::bigint - d.age AND $3::bigint - d.age
     ) x
     UNION
     SELECT l.customer_id FROM tandem.leases l
     WHERE l.workspace_id = $1 AND l.ended_at_ms IS NULL AND l.until_ms BETWEEN $2 AND $3
     ORDER BY 1`,
    [low, high, limits],
  )
  return rows.map(({ id }) => id)
}

export async function readEndedKeeps(
  session: Session,
  nowMs: number,
  limit: number,
): Promise<readonly string[]> {
  const rows = await all<{ id: string }>(
    session,
    'SELECT id FROM tandem.keeps WHERE workspace_id = $1 AND until_ms <= $2 ORDER BY until_ms LIMIT $3',
    [nowMs, limit],
  )
  return rows.map(({ id }) => id)
}

/** What a message takes on a laptop beside its words: its row, its place in indexes, its share of everything else. */
const BESIDE_WORDS = 1500

/** Walks all messages, without unpacking one: for once a day, and only where somebody has set a limit. */
export async function readAudienceSizes(session: Session): Promise<readonly AudienceSize[]> {
  return all<AudienceSize>(
    session,
    `SELECT a.keys, sum(m.bytes)::bigint AS bytes FROM (
       SELECT customer_id, sum(octet_length(body_text) + coalesce(octet_length(body_html), 0) + $2::int) AS bytes
       FROM tandem.messages WHERE workspace_id = $1 GROUP BY customer_id
     ) m JOIN tandem.group_audience a ON a.workspace_id = $1 AND a.customer_id = m.customer_id
     GROUP BY a.keys`,
    [BESIDE_WORDS],
  )
}

export const readPeople = (
  session: Session,
): Promise<readonly { readonly id: string; readonly teamIds: readonly string[] }[]> =>
  all(
    session,
    'SELECT id, team_ids_json AS "teamIds" FROM tandem.agents WHERE workspace_id = $1 AND is_active ORDER BY id',
  )
