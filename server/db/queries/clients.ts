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

/** What a laptop said of itself last, for the fleet view. Inside the workspace. */
export async function storeReport(
  client: PoolClient,
  {
    workspaceId,
    clientId,
    report,
    nowMs,
  }: Omit<ClientRef, 'agentId'> & {
    readonly report: ClientReport
    readonly nowMs: number
  },
): Promise<void> {
  await client.query(
    `UPDATE clients SET reported_at_ms = $3, unsent = $4, oldest_unsent_at_ms = $5, last_pulled_at_ms = $6, version = $7
     WHERE workspace_id = $1 AND client_id = $2`,
    [
      workspaceId,
      clientId,
      nowMs,
      report.unsent,
      report.oldestUnsentAtMs,
      report.lastPulledAtMs,
      report.version,
    ],
  )
}
