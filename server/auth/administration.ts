import { randomBytes } from 'node:crypto'
import type { Random } from '../../shared/clock.ts'
import type { AgentId, TeamId, WorkspaceId } from '../../shared/domain/ids.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { Role, WorkKind } from '../../shared/domain/values.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { HubDatabase } from '../db/open-database.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { emailKey, insertCredential, setActive, setPasswordHash } from '../db/queries/credentials.ts'
import { hasGuestRecords } from '../db/queries/guest-records.ts'
import { revokeAgent } from '../db/queries/sessions.ts'
import { insertWorkspace } from '../db/queries/workspaces.ts'
import type { HubDeps } from '../sync/apply-as-hub.ts'
import { changeAgent, keepForGuests, newEpoch, putAgent, stageRows } from '../sync/admin.ts'
import { hashPassword } from './password.ts'

export type AdministrationDeps = HubDeps & { readonly database: HubDatabase; readonly random: Random }

/** What an epoch is called means nothing; that two differ is all that counts. */
const epochName = (): string => randomBytes(9).toString('base64url')

/** Makes an empty workspace. Throws `conflict` when the slug is taken. */
export async function createWorkspace(
  { database, clock, random }: AdministrationDeps,
  { name, slug }: { readonly name: string; readonly slug: string },
): Promise<WorkspaceId> {
  const nowMs = clock.now()
  const id = newId(nowMs, random)
  if (await insertWorkspace(database.owner, { id, name, slug, epoch: epochName(), nowMs })) return id
  throw new AppError(ErrorCode.Conflict, 'A workspace of this name exists', { slug })
}

/** After a restore from a backup: laptops send again what the backup may lack. */
export const startNewEpoch = (deps: AdministrationDeps, workspaceId: WorkspaceId): Promise<void> =>
  newEpoch(deps, workspaceId, epochName())

export async function addTeam(
  deps: AdministrationDeps,
  workspaceId: WorkspaceId,
  { name, kind }: { readonly name: string; readonly kind: WorkKind | null },
): Promise<TeamId> {
  const id = newId(deps.clock.now(), deps.random)
  await stageRows(deps, workspaceId, [[{ table: 'teams', row: { id, name, kind } }]])
  return id
}

export type NewAgent = {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly role: Role
  readonly teamIds: readonly TeamId[]
  /** Of a guest: until when they help, ms; null or left out: until somebody ends it. */
  readonly guestUntilMs?: number | null
  /** Of a guest: hours a week agreed; null or left out: none are. */
  readonly guestHours?: number | null
  /** Who let them in; left out: the hub's own command line. */
  readonly byId?: AgentId
  /** Given when the agent must have a certain id, as in a demo; else made. */
  readonly id?: AgentId
}

/**
 * Makes an agent who can sign in. The account comes first: an agent without one could be assigned work and never see
 * it. Throws `conflict` when the address has an account in this workspace.
 */
export async function addAgent(
  deps: AdministrationDeps,
  workspaceId: WorkspaceId,
  agent: NewAgent,
): Promise<AgentId> {
  const { name, role } = agent
  const agentId = agent.id ?? newId(deps.clock.now(), deps.random)
  const email = emailKey(agent.email)
  const passwordHash = await hashPassword(agent.password)
  const isAdded = await inWorkspace(deps.database.app, { workspaceId }, client =>
    insertCredential(client, { workspaceId, agentId, email, passwordHash }),
  )
  if (!isAdded) throw new AppError(ErrorCode.Conflict, 'This address has an account here', {})
  if (role === 'guest' && !(await isKeptForGuests(deps, workspaceId))) await keepForGuests(deps, workspaceId)
  const teamIds = [...agent.teamIds]
  const guestUntilMs = role === 'guest' ? (agent.guestUntilMs ?? null) : null
  const guestHours = role === 'guest' ? (agent.guestHours ?? null) : null
  const stay = { guestUntilMs, guestHours }
  const row = { id: agentId, name, email, role, teamIds, isActive: true, capacity: null, ...stay }
  await putAgent(deps, workspaceId, { row, byId: agent.byId ?? null })
  return agentId
}

/** A guest that was let in stands for audiences that were kept to the end: it is a long walk over all customers. */
const isKeptForGuests = ({ database }: AdministrationDeps, workspaceId: WorkspaceId): Promise<boolean> =>
  inWorkspace(database.app, { workspaceId, mode: 'read' }, client => hasGuestRecords({ client, workspaceId }))

type AgentRef = { readonly workspaceId: WorkspaceId; readonly agentId: AgentId }

/** Sets a password and ends every session made with the old one. Throws `not-found` without an account. */
export async function setPassword(
  { database, clock }: AdministrationDeps,
  { workspaceId, agentId, password }: AgentRef & { readonly password: string },
): Promise<void> {
  const passwordHash = await hashPassword(password)
  const isSet = await inWorkspace(database.app, { workspaceId }, async client => {
    await revokeAgent(client, { workspaceId, agentId, nowMs: clock.now() })
    return setPasswordHash(client, { workspaceId, agentId, passwordHash })
  })
  if (!isSet) throw new AppError(ErrorCode.NotFound, 'This agent has no account')
}

/** Switches an agent off: refused with the next request everywhere, sockets closed; the laptop keeps what is unsent. */
export async function deactivateAgent(
  deps: AdministrationDeps,
  { workspaceId, agentId }: AgentRef,
): Promise<void> {
  await inWorkspace(deps.database.app, { workspaceId }, async client => {
    await setActive(client, { workspaceId, agentId, isActive: false })
    await revokeAgent(client, { workspaceId, agentId, nowMs: deps.clock.now() })
  })
  await changeAgent(deps, workspaceId, { id: agentId, isActive: false })
}

/** Switches an agent on again; signing in anew is needed. */
export async function activateAgent(
  deps: AdministrationDeps,
  { workspaceId, agentId }: AgentRef,
): Promise<void> {
  await inWorkspace(deps.database.app, { workspaceId }, client =>
    setActive(client, { workspaceId, agentId, isActive: true }),
  )
  await changeAgent(deps, workspaceId, { id: agentId, isActive: true })
}
