import type { TeamId, WorkspaceId } from '../../../shared/domain/ids.ts'
import { inWorkspace } from '../../db/in-workspace.ts'
import type { Listed } from '../../db/queries/credentials.ts'
import { emailKey, listAgents, listTeams } from '../../db/queries/credentials.ts'
import { CliFailure } from '../command.ts'
import type { Hub } from '../with-hub.ts'

type Team = { readonly id: TeamId; readonly name: string }

export const agentsOf = ({ database }: Hub, workspaceId: WorkspaceId): Promise<readonly Listed[]> =>
  inWorkspace(database.app, { workspaceId, mode: 'read' }, client => listAgents(client, workspaceId))

export const teamsOf = ({ database }: Hub, workspaceId: WorkspaceId): Promise<readonly Team[]> =>
  inWorkspace(database.app, { workspaceId, mode: 'read' }, client => listTeams(client, workspaceId))

export function findAgent(agents: readonly Listed[], email: string): Listed {
  const found = agents.find(agent => emailKey(agent.email) === emailKey(email))
  if (found) return found
  throw new CliFailure(`No agent has the address ${email}. See: agent list`)
}

/** Ids of teams by name, whatever the case. */
export function findTeams(teams: readonly Team[], names: readonly string[]): readonly TeamId[] {
  return names.map(name => {
    const found = teams.find(team => team.name.toLowerCase() === name.toLowerCase())
    if (found) return found.id
    throw new CliFailure(
      `No team is called "${name}" (${teams.map(team => team.name).join(', ') || 'there are none'}).`,
    )
  })
}
