import { emailKey, insertCredential } from '../../server/db/queries/credentials.ts'
import { noteSignIn } from '../../server/db/queries/clients.ts'
import { inWorkspace } from '../../server/db/in-workspace.ts'
import { issueTokens } from '../../server/auth/tokens.ts'
import type { AdministrationDeps } from '../../server/auth/administration.ts'
import { stageRows } from '../../server/sync/stage-rows.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { Row } from '../../shared/domain/tables.ts'

/** A laptop of the crowd: signed in without a password, because a thousand of them would take minutes to be looked at. */
export type CrowdSession = {
  readonly agentId: string
  readonly clientId: string
  readonly accessToken: string
}
type Deps = AdministrationDeps & { readonly workspaceId: string }

async function openSession(deps: Deps, agent: Row<'agents'>): Promise<CrowdSession> {
  const { database, clock, random, workspaceId } = deps
  const nowMs = clock.now()
  const clientId = newId(nowMs, random)
  const owner = { workspaceId, agentId: agent.id, clientId }
  const issued = await inWorkspace(database.app, { workspaceId }, async tx => {
    const email = emailKey(agent.email)
    await insertCredential(tx, { ...owner, email, passwordHash: 'none' })
    await noteSignIn(tx, { ...owner, name: 'crowd', platform: 'bench', version: '0.0.0', nowMs })
    return issueTokens(tx, { ...owner, familyId: newId(nowMs, random), nowMs, random })
  })
  return { agentId: agent.id, clientId, accessToken: issued.accessToken }
}

/** So many laptops, spread over the agents. */
export async function openSessions(
  deps: Deps,
  agents: readonly Row<'agents'>[],
  count: number,
): Promise<readonly CrowdSession[]> {
  const sessions: CrowdSession[] = []
  for (let n = 0; n < count; n += 1) {
    const agent = agents[n % agents.length]
    if (agent) sessions.push(await openSession(deps, agent))
  }
  return sessions
}

const SUPERVISOR_EMAIL = 'supervisor@bench.example'

/** Somebody who may look at the board. A second call makes a second one: nobody else is asked for by their address. */
export async function openSupervisor(deps: Deps): Promise<CrowdSession> {
  const id = newId(deps.clock.now(), deps.random)
  const supervisor: Row<'agents'> = {
    id,
    name: 'Supervisor',
    email: `${id}.${SUPERVISOR_EMAIL}`,
    role: 'supervisor',
    teamIds: [],
    isActive: true,
    capacity: null,
    guestUntilMs: null,
    guestHours: null,
  }
  await stageRows(deps, deps.workspaceId, [[{ table: 'agents', row: supervisor }]])
  return openSession(deps, supervisor)
}

/** Colleagues beside those of the world, so that the board has as many as the target says. */
export async function hire(
  deps: Deps,
  teamIds: readonly string[],
  count: number,
): Promise<readonly string[]> {
  const rows = Array.from({ length: count }, (_, n): Row<'agents'> => {
    const id = newId(deps.clock.now(), deps.random)
    const teamId = teamIds[n % teamIds.length] ?? ''
    const own = { id, name: `Colleague ${n + 1}`, email: `${id}@bench.example` }
    return {
      ...own,
      role: 'agent',
      teamIds: [teamId],
      isActive: true,
      capacity: null,
      guestUntilMs: null,
      guestHours: null,
    }
  })
  await stageRows(deps, deps.workspaceId, [rows.map(row => ({ table: 'agents' as const, row }))])
  return rows.map(({ id }) => id)
}
