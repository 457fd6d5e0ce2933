import type { Pool, PoolClient } from 'pg'
import type { Clock, Random } from '../../shared/clock.ts'
import type { WorkspaceId } from '../../shared/domain/ids.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { Log } from '../../shared/log.ts'
import type { SignedIn } from '../../shared/protocol/session.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readAccount } from '../db/queries/credentials.ts'
import type { RefreshTokenRow } from '../db/queries/refresh-tokens.ts'
import { lockRefreshToken, spendRefreshToken, withdrawRefreshToken } from '../db/queries/refresh-tokens.ts'
import { revokeFamily } from '../db/queries/sessions.ts'
import { rotationOf } from './rotation.ts'
import { signedIn } from './signed-in.ts'
import { readToken } from './token.ts'
import { issueTokens } from './tokens.ts'

export type RefreshDeps = {
  readonly app: Pool
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
}

type Refused = { readonly refused: 'unknown' | 'over' | 'reuse' | 'inactive' }

/**
 * Exchanges a refresh token for a new pair. Throws `signed-out` when it is unknown, over or withdrawn, or when its
 * agent may not work any more; a spent one that comes again ends the whole family (see rotation.ts for the exception).
 */
export async function refresh(deps: RefreshDeps, text: string): Promise<SignedIn> {
  const token = readToken(text)
  if (token?.kind !== 'r') throw signedOut('unknown')
  const { workspaceId, hash } = token
  // The family's end must be committed, so a refusal is an answer of the transaction, not an exception in it.
  const result = await inWorkspace(deps.app, { workspaceId }, async client => {
    const row = await lockRefreshToken(client, { workspaceId, hash })
    return row ? exchange(deps, client, { ...row, workspaceId }) : ({ refused: 'unknown' } as const)
  })
  if (!('refused' in result)) return result
  if (result.refused === 'reuse') deps.log.warn('auth.refresh-token-reused', { workspaceId })
  throw signedOut(result.refused)
}

const signedOut = (reason: Refused['refused']): AppError =>
  new AppError(ErrorCode.SignedOut, 'The session is over', { reason })

type Known = RefreshTokenRow & { readonly workspaceId: WorkspaceId }

async function exchange(deps: RefreshDeps, client: PoolClient, token: Known): Promise<SignedIn | Refused> {
  const nowMs = deps.clock.now()
  const { workspaceId, agentId, clientId, familyId } = token
  const rotation = rotationOf(token, nowMs)
  if (rotation === 'refuse') return { refused: 'over' }
  const account = await readAccount(client, { workspaceId, agentId })
  if (rotation === 'reuse' || account?.isActive !== true) {
    await revokeFamily(client, { workspaceId, familyId, nowMs })
    return { refused: rotation === 'reuse' ? 'reuse' : 'inactive' }
  }
  if (rotation === 'again' && token.successor) {
    await withdrawRefreshToken(client, { workspaceId, id: token.successor.id, nowMs })
  }
  const issued = await issueTokens(client, {
    workspaceId,
    agentId,
    clientId,
    familyId,
    nowMs,
    random: deps.random,
  })
  await spendRefreshToken(client, { workspaceId, id: token.id, nowMs, replacedBy: issued.refreshId })
  return signedIn(account, issued)
}
