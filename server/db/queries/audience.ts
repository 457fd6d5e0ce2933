import type { OwnQueues, OwnTicket, ThreadPlace, VisiblePage } from '../../sync/store.ts'
import type { Session } from './session.ts'
import { all, run } from './session.ts'

/** As the partial indexes of threads say it. */
const UNSOLVED = "state NOT IN ('solved', 'closed')"

type Audience = { readonly customerId: string; readonly keys: readonly string[] }
export type Audiences = ReadonlyMap<string, readonly string[]>

const READ = `SELECT customer_id AS "customerId", keys FROM tandem.group_audience
  WHERE workspace_id = $1 AND customer_id = ANY($2)`

/** An empty audience is a place held by lockAudiences, not an audience. */
const toMap = (rows: readonly Audience[]): Audiences =>
  new Map(rows.filter(row => row.keys.length > 0).map(row => [row.customerId, row.keys]))

export async function readAudiences(session: Session, customerIds: readonly string[]): Promise<Audiences> {
  if (customerIds.length === 0) return new Map()
  return toMap(await all<Audience>(session, READ, [customerIds]))
}

/** Locks in order of id; customers without an audience get an empty one, so that there is a row to lock. */
export async function lockAudiences(session: Session, customerIds: readonly string[]): Promise<Audiences> {
  if (customerIds.length === 0) return new Map()
  const lock = `${READ} ORDER BY customer_id FOR NO KEY UPDATE`
  const found = await all<Audience>(session, lock, [customerIds])
  const known = new Set(found.map(row => row.customerId))
  const absent = customerIds.filter(id => !known.has(id)).toSorted()
  if (absent.length === 0) return toMap(found)
  await run(
    session,
    `INSERT INTO tandem.group_audience (workspace_id, customer_id, keys)
     SELECT $1, id, '{}' FROM unnest($2::text[]) AS id ON CONFLICT (workspace_id, customer_id) DO NOTHING`,
    [absent],
  )
  return toMap(await all<Audience>(session, lock, [customerIds]))
}

export async function writeAudiences(session: Session, audiences: Audiences): Promise<void> {
  if (audiences.size === 0) return
  const rows = [...audiences].map(([customerId, keys]) => ({ customerId, keys }))
  await run(
    session,
    `INSERT INTO tandem.group_audience (workspace_id, customer_id, keys)
     SELECT $1, v."customerId", v.keys FROM json_to_recordset($2::json) AS v("customerId" text, keys text[])
     ON CONFLICT (workspace_id, customer_id) DO UPDATE SET keys = excluded.keys`,
    [JSON.stringify(rows)],
  )
}

export async function readThreadPlaces(
  session: Session,
  customerIds: readonly string[],
): Promise<readonly ThreadPlace[]> {
  if (customerIds.length === 0) return []
  return all<ThreadPlace>(
    session,
    `SELECT customer_id AS "customerId", team_id AS "teamId", assignee_id AS "assigneeId",
       bool_or(state NOT IN ('solved', 'closed')) AS "isOpen", max(last_activity_at_ms) AS "lastActivityAtMs"
     FROM tandem.threads WHERE workspace_id = $1 AND customer_id = ANY($2) GROUP BY 1, 2, 3`,
    [customerIds],
  )
}

type OfTeams = { readonly customerIds: readonly string[]; readonly teamIds: readonly string[] }

export async function readTicketsOfTeams(
  session: Session,
  { customerIds, teamIds }: OfTeams,
): Promise<ReadonlySet<string>> {
  if (customerIds.length === 0 || teamIds.length === 0) return new Set()
  const rows = await all<{ id: string }>(
    session,
    `SELECT DISTINCT ticket_id AS id FROM tandem.threads
     WHERE workspace_id = $1 AND customer_id = ANY($2) AND team_id = ANY($3)`,
    [customerIds, teamIds],
  )
  return new Set(rows.map(({ id }) => id))
}

/** Tickets with unsolved threads of the agent first, then of the teams, newest activity first. */
export const readOwnTickets = (
  session: Session,
  { agentId, teamIds, limit }: OwnQueues,
): Promise<readonly OwnTicket[]> =>
  all(
    session,
    `SELECT ticket_id AS "ticketId", customer_id AS "customerId" FROM tandem.threads
     WHERE workspace_id = $1 AND (assignee_id = $2 OR team_id = ANY($3)) AND ${UNSOLVED}
     GROUP BY ticket_id, customer_id
     ORDER BY bool_or(coalesce(assignee_id = $2, false)) DESC, max(last_activity_at_ms) DESC, ticket_id
     LIMIT $4`,
    [agentId, teamIds, limit],
  )

export async function readVisibleCustomers(
  session: Session,
  { keys, from, limit }: VisiblePage,
): Promise<readonly string[]> {
  const rows = await all<{ id: string }>(
    session,
    `SELECT customer_id AS id FROM tandem.group_audience
     WHERE workspace_id = $1 AND keys && $2::text[] AND customer_id >= $3 ORDER BY customer_id LIMIT $4`,
    [keys, from, limit],
  )
  return rows.map(row => row.id)
}

export async function readCustomerIds(
  session: Session,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await all<{ id: string }>(
    session,
    'SELECT id FROM tandem.customers WHERE workspace_id = $1 AND id > $2 ORDER BY id LIMIT $3',
    [after, limit],
  )
  return rows.map(row => row.id)
}

export async function readOrganisationsSeen(
  session: Session,
  { ids, keys }: { readonly ids: readonly string[]; readonly keys: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || keys.length === 0) return new Set()
  const rows = await all<{ id: string }>(
    session,
    `SELECT o.id FROM unnest($2::text[]) AS o(id) WHERE EXISTS (
       SELECT FROM tandem.customers c
       JOIN tandem.group_audience a ON a.workspace_id = $1 AND a.customer_id = c.id AND a.keys && $3::text[]
       WHERE c.workspace_id = $1 AND c.organisation_id = o.id)`,
    [ids, keys],
  )
  return new Set(rows.map(({ id }) => id))
}
