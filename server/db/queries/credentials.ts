import type { PoolClient } from 'pg'
import type { AgentId, WorkspaceId } from '../../../shared/domain/ids.ts'

export type Credential = {
  readonly workspaceId: WorkspaceId
  readonly agentId: AgentId
  readonly passwordHash: string
  readonly isActive: boolean
}

/** Addresses are compared in lower case, on both sides in the same way. */
export const emailKey = (email: string): string => email.trim().toLowerCase()

/**
 * Every account of one address, over all workspaces; the policy of the table shows this address and no other.
 * Needs a transaction; leaves the address set in it.
 */
export async function findCredentials(client: PoolClient, email: string): Promise<readonly Credential[]> {
  await client.query(`SELECT set_config('tandem.sign_in_email', $1, true)`, [email])
  const { rows } = await client.query<Credential>(
    `SELECT workspace_id AS "workspaceId", agent_id AS "agentId", password_hash AS "passwordHash",
       is_active AS "isActive"
     FROM credentials WHERE email = $1 ORDER BY workspace_id`,
    [email],
  )
  return rows
}

export type Account = {
  readonly workspace: { readonly id: WorkspaceId; readonly name: string; readonly slug: string }
  readonly agent: {
    readonly id: AgentId
    readonly name: string
    readonly email: string
    readonly role: string
    readonly teamIds: readonly string[]
  }
  readonly isActive: boolean
  /** Of a guest: until when; null: no end is set, or they are none. */
  readonly guestUntilMs: number | null
}

type Ids = { readonly workspaceId: WorkspaceId; readonly agentId: AgentId }

/** Agent and workspace as a laptop is told at sign-in; null when either is gone. Inside the workspace. */
export async function readAccount(
  client: PoolClient,
  { workspaceId, agentId }: Ids,
): Promise<Account | null> {
  const { rows } = await client.query<{
    name: string
    slug: string
    agentName: string
    email: string
    role: string
    teamIds: readonly string[]
    isActive: boolean
    guestUntilMs: number | null
  }>(
    `SELECT w.name, w.slug, a.name AS "agentName", a.email, a.role, a.team_ids_json AS "teamIds",
       a.guest_until_ms AS "guestUntilMs", (a.is_active AND c.is_active) AS "isActive"
     FROM workspaces w
     JOIN agents a ON a.workspace_id = w.id AND a.id = $2
     JOIN credentials c ON c.workspace_id = w.id AND c.agent_id = a.id
     WHERE w.id = $1`,
    [workspaceId, agentId],
  )
  const row = rows[0]
  if (!row) return null
  return {
    workspace: { id: workspaceId, name: row.name, slug: row.slug },
    agent: { id: agentId, name: row.agentName, email: row.email, role: row.role, teamIds: row.teamIds },
    isActive: row.isActive,
    guestUntilMs: row.guestUntilMs,
  }
}

/** Stores a new hash; for people who forgot, and for hashes made with older parameters. Inside the workspace. */
export async function setPasswordHash(
  client: PoolClient,
  { workspaceId, agentId, passwordHash }: Ids & { readonly passwordHash: string },
): Promise<boolean> {
  const { rowCount } = await client.query(
    'UPDATE credentials SET password_hash = $3 WHERE workspace_id = $1 AND agent_id = $2',
    [workspaceId, agentId, passwordHash],
  )
  return rowCount === 1
}

type NewCredential = Ids & { readonly email: string; readonly passwordHash: string }

/** Gives an agent an account. Answers false when the address has one in this workspace. Inside the workspace. */
export async function insertCredential(client: PoolClient, credential: NewCredential): Promise<boolean> {
  const { rowCount } = await client.query(
    `INSERT INTO credentials (workspace_id, agent_id, email, password_hash) VALUES ($1, $2, $3, $4)
     ON CONFLICT (workspace_id, email) DO NOTHING`,
    [credential.workspaceId, credential.agentId, credential.email, credential.passwordHash],
  )
  return rowCount === 1
}

/** Switches an account on or off. Inside the workspace. */
export async function setActive(
  client: PoolClient,
  { workspaceId, agentId, isActive }: Ids & { readonly isActive: boolean },
): Promise<void> {
  await client.query('UPDATE credentials SET is_active = $3 WHERE workspace_id = $1 AND agent_id = $2', [
    workspaceId,
    agentId,
    isActive,
  ])
}

export type Listed = {
  readonly id: AgentId
  readonly name: string
  readonly email: string
  readonly role: string
  readonly teamIds: readonly string[]
  readonly isActive: boolean
  readonly hasAccount: boolean
}

/** Everybody of a workspace, by name. Inside the workspace. */
export async function listAgents(client: PoolClient, workspaceId: WorkspaceId): Promise<readonly Listed[]> {
  const { rows } = await client.query<Listed>(
    `SELECT a.id, a.name, a.email, a.role, a.team_ids_json AS "teamIds", a.is_active AS "isActive",
       c.agent_id IS NOT NULL AS "hasAccount"
     FROM agents a LEFT JOIN credentials c ON c.workspace_id = a.workspace_id AND c.agent_id = a.id
     WHERE a.workspace_id = $1 ORDER BY a.name, a.id`,
    [workspaceId],
  )
  return rows
}

/** Teams of a workspace, by name. Inside the workspace. */
export async function listTeams(
  client: PoolClient,
  workspaceId: WorkspaceId,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await client.query<{ id: string; name: string }>(
    'SELECT id, name FROM teams WHERE workspace_id = $1 ORDER BY name, id',
    [workspaceId],
  )
  return rows
}
