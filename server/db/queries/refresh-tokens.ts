import type { PoolClient } from 'pg'
import type { AgentId, ClientId, WorkspaceId } from '../../../shared/domain/ids.ts'

export type RefreshTokenRow = {
  readonly id: string
  readonly agentId: AgentId
  readonly clientId: ClientId
  readonly familyId: string
  readonly expiresAtMs: number
  readonly usedAtMs: number | null
  readonly revokedAtMs: number | null
  /** Whether the token that took this one's place, or an access token that came with it, was ever used. */
  readonly successor: { readonly id: string; readonly wasUsed: boolean } | null
}

type Wanted = { readonly workspaceId: WorkspaceId; readonly hash: string }

/**
 * Reads a refresh token and what became of it. Uses of one family take turns until the end of the transaction, so two
 * that arrive together cannot both rotate.
 */
export async function lockRefreshToken(client: PoolClient, wanted: Wanted): Promise<RefreshTokenRow | null> {
  const { workspaceId, hash } = wanted
  const family = await client.query<{ familyId: string }>(
    'SELECT family_id AS "familyId" FROM refresh_tokens WHERE workspace_id = $1 AND token_hash = $2',
    [workspaceId, hash],
  )
  const familyId = family.rows[0]?.familyId
  if (familyId === undefined) return null
  await client.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 7420))`, [
    `${workspaceId}/${familyId}`,
  ])
  return readRefreshToken(client, wanted)
}

type Raw = Omit<RefreshTokenRow, 'successor'> & {
  readonly successorId: string | null
  readonly wasUsed: boolean
}

async function readRefreshToken(
  client: PoolClient,
  { workspaceId, hash }: Wanted,
): Promise<RefreshTokenRow | null> {
  const { rows } = await client.query<Raw>(
    `SELECT r.id, r.agent_id AS "agentId", r.client_id AS "clientId", r.family_id AS "familyId",
       r.expires_at_ms AS "expiresAtMs", r.used_at_ms AS "usedAtMs", r.revoked_at_ms AS "revokedAtMs",
       s.id AS "successorId",
       (s.used_at_ms IS NOT NULL OR EXISTS (
         SELECT 1 FROM access_tokens t
         WHERE t.workspace_id = r.workspace_id AND t.family_id = r.family_id AND t.refresh_id = s.id
           AND t.first_used_at_ms IS NOT NULL
       )) AS "wasUsed"
     FROM refresh_tokens r
     LEFT JOIN refresh_tokens s ON s.workspace_id = r.workspace_id AND s.id = r.replaced_by
     WHERE r.workspace_id = $1 AND r.token_hash = $2`,
    [workspaceId, hash],
  )
  const raw = rows[0]
  if (!raw) return null
  const { successorId, wasUsed, ...token } = raw
  return { ...token, successor: successorId === null ? null : { id: successorId, wasUsed } }
}

export type NewRefreshToken = {
  readonly id: string
  readonly workspaceId: WorkspaceId
  readonly agentId: AgentId
  readonly clientId: ClientId
  readonly familyId: string
  readonly hash: string
  readonly issuedAtMs: number
  readonly expiresAtMs: number
}

export async function insertRefreshToken(client: PoolClient, token: NewRefreshToken): Promise<void> {
  await client.query(
    `INSERT INTO refresh_tokens
       (id, workspace_id, agent_id, client_id, family_id, token_hash, issued_at_ms, expires_at_ms)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      token.id,
      token.workspaceId,
      token.agentId,
      token.clientId,
      token.familyId,
      token.hash,
      token.issuedAtMs,
      token.expiresAtMs,
    ],
  )
}

type Spent = { readonly workspaceId: WorkspaceId; readonly id: string; readonly nowMs: number }

/** Marks a token as spent; the time of its first use stays. */
export async function spendRefreshToken(
  client: PoolClient,
  { workspaceId, id, nowMs, replacedBy }: Spent & { readonly replacedBy: string | null },
): Promise<void> {
  await client.query(
    `UPDATE refresh_tokens SET used_at_ms = coalesce(used_at_ms, $3), replaced_by = $4
     WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, nowMs, replacedBy],
  )
}

/** Takes back a token whose answer was lost: it counts as spent, and its access token ends. */
export async function withdrawRefreshToken(client: PoolClient, spent: Spent): Promise<void> {
  await spendRefreshToken(client, { ...spent, replacedBy: null })
  await client.query('DELETE FROM access_tokens WHERE workspace_id = $1 AND refresh_id = $2', [
    spent.workspaceId,
    spent.id,
  ])
}
