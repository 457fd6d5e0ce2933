import type { Pool, PoolClient } from 'pg'
import { invariant } from '../../../shared/assert.ts'
import type { AgentId, ClientId, WorkspaceId } from '../../../shared/domain/ids.ts'
import { WorkspaceId as WorkspaceIdSchema } from '../../../shared/domain/ids.ts'
import { withSetting } from '../in-workspace.ts'

export type SessionRow = {
  readonly agentId: AgentId
  readonly clientId: ClientId
  readonly familyId: string
  readonly expiresAtMs: number
  readonly firstUsedAtMs: number | null
  readonly name: string
  readonly email: string
  readonly role: string
  readonly teamIds: readonly string[]
  readonly guestUntilMs: number | null
  /** Both the account and the agent's row say so. */
  readonly isActive: boolean
  /** Of the workspace, and where its feed stands: most pulls find nothing, and need no other look. */
  readonly epoch: string
  readonly scopeStamp: number
  readonly agentStamp: number
  readonly seq: number
}

/** All of it is found by key: planning six tables anew for each request takes longer than reading them. */
const BY_KEY = 'SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off'

const SESSION_OF_TOKEN = {
  name: 'session-of-token',
  text: `
    SELECT t.agent_id AS "agentId", t.client_id AS "clientId", t.family_id AS "familyId",
      t.expires_at_ms AS "expiresAtMs", t.first_used_at_ms AS "firstUsedAtMs",
      a.name, a.email, a.role, a.team_ids_json AS "teamIds", a.guest_until_ms AS "guestUntilMs", (a.is_active AND c.is_active) AS "isActive",
      w.epoch, w.scope_stamp AS "scopeStamp", coalesce(s.stamp, 0) AS "agentStamp", coalesce(f.seq, 0) AS seq
    FROM tandem.access_tokens t
    JOIN tandem.agents a ON a.workspace_id = t.workspace_id AND a.id = t.agent_id
    JOIN tandem.credentials c ON c.workspace_id = t.workspace_id AND c.agent_id = t.agent_id
    JOIN tandem.workspaces w ON w.id = t.workspace_id
    LEFT JOIN tandem.agent_scopes s ON s.workspace_id = t.workspace_id AND s.agent_id = t.agent_id
    LEFT JOIN tandem.feed_counter f ON f.workspace_id = t.workspace_id
    WHERE t.workspace_id = $1 AND t.token_hash = $2`,
}

/**
 * The session of an access token with the agent's rights as they stand, or null. Every request asks it, so it is one
 * round trip, and planned once for each connection.
 */
export async function readSession(
  pool: Pool,
  { workspaceId, hash }: { readonly workspaceId: WorkspaceId; readonly hash: string },
): Promise<SessionRow | null> {
  // It becomes part of a statement.
  invariant(WorkspaceIdSchema.safeParse(workspaceId).success, 'a workspace id is a UUIDv7')
  const opening = `BEGIN READ ONLY; SET LOCAL tandem.workspace = '${workspaceId}'; ${BY_KEY}`
  const { rows } = await withSetting(pool, { opening, isRead: true }, client =>
    client.query<SessionRow>({ ...SESSION_OF_TOKEN, values: [workspaceId, hash] }),
  )
  return rows[0] ?? null
}

export async function markAccessUsed(
  client: PoolClient,
  { workspaceId, hash, nowMs }: { workspaceId: WorkspaceId; hash: string; nowMs: number },
): Promise<void> {
  await client.query(
    'UPDATE access_tokens SET first_used_at_ms = $3 WHERE workspace_id = $1 AND token_hash = $2 AND first_used_at_ms IS NULL',
    [workspaceId, hash, nowMs],
  )
}

export type AccessTokenRow = {
  readonly workspaceId: WorkspaceId
  readonly hash: string
  readonly agentId: AgentId
  readonly clientId: ClientId
  readonly familyId: string
  readonly refreshId: string
  readonly expiresAtMs: number
}

export async function insertAccessToken(client: PoolClient, token: AccessTokenRow): Promise<void> {
  await client.query(
    `INSERT INTO access_tokens (workspace_id, token_hash, agent_id, client_id, family_id, refresh_id, expires_at_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      token.workspaceId,
      token.hash,
      token.agentId,
      token.clientId,
      token.familyId,
      token.refreshId,
      token.expiresAtMs,
    ],
  )
}

/** Families among these whose agent may still work, with the agent's teams; a guest whose time is over has none. */
export async function readLiveFamilies(
  client: PoolClient,
  {
    workspaceId,
    familyIds,
    nowMs,
  }: { workspaceId: WorkspaceId; familyIds: readonly string[]; nowMs: number },
): Promise<readonly { readonly familyId: string; readonly teamIds: readonly string[] }[]> {
  const { rows } = await client.query<{ familyId: string; teamIds: readonly string[] }>(
    `SELECT DISTINCT ON (r.family_id) r.family_id AS "familyId",
       CASE WHEN a.role = 'guest' AND a.guest_until_ms <= $3 THEN '[]'::jsonb ELSE a.team_ids_json END AS "teamIds"
     FROM refresh_tokens r
     JOIN agents a ON a.workspace_id = r.workspace_id AND a.id = r.agent_id AND a.is_active
     JOIN credentials c ON c.workspace_id = r.workspace_id AND c.agent_id = r.agent_id AND c.is_active
     WHERE r.workspace_id = $1 AND r.family_id = ANY($2) AND r.revoked_at_ms IS NULL AND r.expires_at_ms > $3
     ORDER BY r.family_id`,
    [workspaceId, familyIds, nowMs],
  )
  return rows
}

/** Copies of the hub listen on it; the payload is the workspace in which some session ended. */
export const SESSIONS_CHANNEL = 'tandem_sessions'

type Revocation = { readonly workspaceId: WorkspaceId; readonly nowMs: number }

/** Ends everything that goes back to one sign-in. */
export async function revokeFamily(
  client: PoolClient,
  { workspaceId, familyId, nowMs }: Revocation & { readonly familyId: string },
): Promise<void> {
  await client.query('DELETE FROM access_tokens WHERE workspace_id = $1 AND family_id = $2', [
    workspaceId,
    familyId,
  ])
  await client.query(
    `UPDATE refresh_tokens SET revoked_at_ms = $3
     WHERE workspace_id = $1 AND family_id = $2 AND revoked_at_ms IS NULL`,
    [workspaceId, familyId, nowMs],
  )
  await client.query('SELECT pg_notify($1, $2)', [SESSIONS_CHANNEL, workspaceId])
}

/** Ends every session of an agent, on every laptop. */
export async function revokeAgent(
  client: PoolClient,
  { workspaceId, agentId, nowMs }: Revocation & { readonly agentId: AgentId },
): Promise<void> {
  await client.query('DELETE FROM access_tokens WHERE workspace_id = $1 AND agent_id = $2', [
    workspaceId,
    agentId,
  ])
  await client.query(
    `UPDATE refresh_tokens SET revoked_at_ms = $3
     WHERE workspace_id = $1 AND agent_id = $2 AND revoked_at_ms IS NULL`,
    [workspaceId, agentId, nowMs],
  )
  await client.query('SELECT pg_notify($1, $2)', [SESSIONS_CHANNEL, workspaceId])
}
