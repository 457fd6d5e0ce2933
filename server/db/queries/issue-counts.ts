import type { IssueCounts } from '../../sync/store.ts'
import type { Session } from './session.ts'
import { all } from './session.ts'

const COUNT = `
  SELECT i.id, count(DISTINCT l.ticket_id)::int AS "ticketCount", count(DISTINCT l.customer_id)::int AS "customerCount",
    count(DISTINCT CASE WHEN EXISTS (SELECT FROM tandem.threads t
      WHERE t.workspace_id = $1 AND t.ticket_id = l.ticket_id AND t.kind = 'support'
        AND t.state NOT IN ('solved', 'closed')) THEN l.ticket_id END)::int AS "openTicketCount"
  FROM unnest($2::text[]) AS i(id)
  LEFT JOIN tandem.issue_links l ON l.workspace_id = $1 AND l.issue_id = i.id
  GROUP BY i.id`

type Counted = IssueCounts & { readonly id: string }

/** How many have each of these known issues, in the whole workspace. */
export async function countIssues(
  session: Session,
  issueIds: readonly string[],
): Promise<ReadonlyMap<string, IssueCounts>> {
  const rows = await all<Counted>(session, COUNT, [issueIds])
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** Known issues nobody has counted yet: they are older than the counts. */
export async function readUncountedIssues(session: Session, limit: number): Promise<readonly string[]> {
  const sql = `SELECT id FROM tandem.known_issues
    WHERE workspace_id = $1 AND ticket_count IS NULL ORDER BY id LIMIT $2`
  return (await all<{ readonly id: string }>(session, sql, [limit])).map(({ id }) => id)
}
