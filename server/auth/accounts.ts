import type { Pool } from 'pg'
import type { Clock, Random } from '../../shared/clock.ts'
import type { AgentId, WorkspaceId } from '../../shared/domain/ids.ts'
import type { Log } from '../../shared/log.ts'
import type { SignedIn, SignInRequest } from '../../shared/protocol/session.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readLiveFamilies, revokeAgent, revokeFamily } from '../db/queries/sessions.ts'
import { authenticate } from './authenticate.ts'
import { refresh } from './refresh.ts'
import type { Session } from './session.ts'
import { signIn } from './sign-in.ts'
import type { ThrottleLimits } from './throttle.ts'
import { createThrottle } from './throttle.ts'

export type AccountsDeps = {
  readonly app: Pool
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  readonly limits: ThrottleLimits
}

/** Signing in and out, and who is behind a token. */
export type Accounts = {
  readonly signIn: (request: SignInRequest, address: string) => Promise<SignedIn>
  readonly refresh: (refreshToken: string) => Promise<SignedIn>
  readonly signOut: (session: Session) => Promise<void>
  readonly authenticate: (accessToken: string) => Promise<Session>
  /** Ends all sessions of an agent: deactivated, or a new password. */
  readonly endSessions: (workspaceId: WorkspaceId, agentId: AgentId) => Promise<void>
  /** Teams of those sessions that are still good, by family. */
  readonly liveFamilies: (
    workspaceId: WorkspaceId,
    familyIds: readonly string[],
  ) => Promise<ReadonlyMap<string, readonly string[]>>
}

export function createAccounts({ app, clock, random, log, limits }: AccountsDeps): Accounts {
  const throttle = createThrottle(app, limits)
  return {
    signIn: (request, address) => signIn({ app, throttle, clock, random }, { ...request, address }),
    refresh: text => refresh({ app, clock, random, log }, text),
    authenticate: text => authenticate({ app, clock }, text),
    signOut: ({ workspaceId, familyId }) =>
      inWorkspace(app, { workspaceId }, client =>
        revokeFamily(client, { workspaceId, familyId, nowMs: clock.now() }),
      ),
    endSessions: (workspaceId, agentId) =>
      inWorkspace(app, { workspaceId }, client =>
        revokeAgent(client, { workspaceId, agentId, nowMs: clock.now() }),
      ),
    liveFamilies: async (workspaceId, familyIds) => {
      const families = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
        readLiveFamilies(client, { workspaceId, familyIds, nowMs: clock.now() }),
      )
      return new Map(families.map(({ familyId, teamIds }) => [familyId, teamIds]))
    },
  }
}
