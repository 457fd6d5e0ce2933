import { Role } from '../../shared/domain/values.ts'
import type { SignedIn } from '../../shared/protocol/session.ts'
import type { Account } from '../db/queries/credentials.ts'
import type { Issued } from './tokens.ts'
import { ACCESS_MS } from './tokens.ts'

/** The answer to sign-in and refresh. A role of a newer hub counts as the one with the fewest rights. */
export function signedIn({ agent, workspace }: Account, { accessToken, refreshToken }: Issued): SignedIn {
  const role = Role.safeParse(agent.role)
  return {
    accessToken,
    refreshToken,
    expiresInMs: ACCESS_MS,
    agent: { ...agent, role: role.success ? role.data : 'agent', teamIds: [...agent.teamIds] },
    workspace,
  }
}
