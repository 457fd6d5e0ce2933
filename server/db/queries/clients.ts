import type { PoolClient } from 'pg'
import type { AgentId, ClientId, WorkspaceId } from '../../../shared/domain/ids.ts'
import type { ClientReport } from '../../../shared/protocol/session.ts'

type ClientRef = { readonly workspaceId: WorkspaceId; readonly clientId: ClientId; readonly agentId: AgentId }

/** Whether this agent signed in from this laptop before. Inside the workspace. */
export async function isKnownClient(
  client: PoolClient,
  { workspaceId, clientId, agentId }: ClientRef,
): Promise<boolean> {
  const { rowCount } = await client.query(
    'SELECT 1 FROM clients WHERE workspace_id = $1 AND client_id = $2 AND agent_id = $3',
    [workspaceId, clientId, agentId],
  )
  return rowCount === 1
}

export type SignedInClient = ClientRef & {
  readonly name: string
  readonly platform: string
  readonly version: string
  readonly nowMs: number
}

export async function noteSignIn(client: PoolClient, laptop: SignedInClient): Promise<void> {
  await client.query(
    `INSERT INTO clients (workspace_id, client_id, agent_id, name, platform, version, signed_in_at_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (workspace_id, client_id) DO UPDATE SET agent_id = excluded.agent_id, name = excluded.name,
       platform = excluded.platform, version = excluded.version, signed_in_at_ms = excluded.signed_in_at_ms`,
    [
      laptop.workspaceId,
      laptop.clientId,
      laptop.agentId,
      laptop.name,
      laptop.platform,
      laptop.version,
      laptop.nowMs,
    ],
  )
}

export type StoredReport = Omit<ClientRef, 'agentId'> & {
  readonly report: ClientReport
  readonly nowMs: number
  /** Counts as connected until then. */
  readonly liveUntilMs: number
}

/** The laptop was not connected before. */
const CAME_BACK = 'coalesce(was.live_until_ms, 0) <= $3'

/**
 * What a laptop said of itself last, for the fleet view. A status set later on another laptop of the agent stands; the
 * board looks for the newest. Answers whether it is news to colleagues: another status, or here again. Inside the
 * workspace.
 */
export async function storeReport(
  client: PoolClient,
  { workspaceId, clientId, report, nowMs, liveUntilMs }: StoredReport,
): Promise<boolean> {
  const { rows } = await client.query<{ isNews: boolean }>(
    `UPDATE clients c SET reported_at_ms = $3, unsent = $4, oldest_unsent_at_ms = $5, last_pulled_at_ms = $6, version = $7,
       unsent_replies = $8, unsent_tickets = $9, claimed = $10, is_encrypted = $11, skew_ms = $12, status = $13,
       status_until_ms = $14, status_set_at_ms = $15, live_until_ms = $16,
       unsent_ticket_ids = $17, claimed_ticket_ids = $18
     FROM clients was
     WHERE c.workspace_id = $1 AND c.client_id = $2 AND was.workspace_id = $1 AND was.client_id = $2
     RETURNING ${CAME_BACK} OR was.status IS DISTINCT FROM c.status
       OR was.status_until_ms IS DISTINCT FROM c.status_until_ms AS "isNews"`,
    [
      workspaceId,
      clientId,
      nowMs,
      report.unsent,
      report.oldestUnsentAtMs,
      report.lastPulledAtMs,
      report.version,
      report.unsentReplies,
      report.unsentTickets,
      report.claimed,
      report.isEncrypted,
      report.skewMs,
      report.status?.state ?? null,
      report.status?.untilMs ?? null,
      report.status?.setAtMs ?? null,
      liveUntilMs,
      JSON.stringify(report.unsentTicketIds),
      JSON.stringify(report.claimedTicketIds),
    ],
  )
  return rows[0]?.isNews === true
}

type Connection = Omit<ClientRef, 'agentId'> & { readonly connection: string }

/** The laptop is connected; the connection's name lets an older one that ends late change nothing. Answers whether it is news. */
export async function noteConnected(
  client: PoolClient,
  laptop: Connection & { readonly nowMs: number; readonly liveUntilMs: number },
): Promise<boolean> {
  const { workspaceId, clientId, connection, nowMs, liveUntilMs } = laptop
  const { rows } = await client.query<{ isNews: boolean }>(
    `UPDATE clients c SET live_until_ms = $4, live_connection = $5 FROM clients was
     WHERE c.workspace_id = $1 AND c.client_id = $2 AND was.workspace_id = $1 AND was.client_id = $2
     RETURNING ${CAME_BACK} AS "isNews"`,
    [workspaceId, clientId, nowMs, liveUntilMs, connection],
  )
  return rows[0]?.isNews === true
}

/** Answers whether it was this connection that stood: then nobody looks at anything on that laptop any more. */
export async function noteDisconnected(
  client: PoolClient,
  { workspaceId, clientId, connection, nowMs }: Connection & { readonly nowMs: number },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE clients SET live_until_ms = $3, live_connection = NULL
     WHERE workspace_id = $1 AND client_id = $2 AND live_connection = $4`,
    [workspaceId, clientId, nowMs, connection],
  )
  return rowCount === 1
}
