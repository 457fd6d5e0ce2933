import type { PoolClient } from 'pg'
import type { Random } from '../../shared/clock.ts'
import type { AgentId, ClientId, WorkspaceId } from '../../shared/domain/ids.ts'
import { newId } from '../../shared/domain/ids.ts'
import { insertRefreshToken } from '../db/queries/refresh-tokens.ts'
import { insertAccessToken } from '../db/queries/sessions.ts'
import { makeToken } from './token.ts'

export const ACCESS_MS = 10 * 60_000
/** From the last refresh on: a laptop may lie in a drawer for two months and still be signed in. */
export const REFRESH_MS = 60 * 86_400_000

export type Issue = {
  readonly workspaceId: WorkspaceId
  readonly agentId: AgentId
  readonly clientId: ClientId
  readonly familyId: string
  readonly nowMs: number
  readonly random: Random
}
export type Issued = {
  readonly refreshId: string
  readonly accessToken: string
  readonly refreshToken: string
}

/** Makes and stores a pair of tokens; only their hashes stay here. */
export async function issueTokens(client: PoolClient, { nowMs, random, ...owner }: Issue): Promise<Issued> {
  const access = makeToken('a', owner.workspaceId)
  const refresh = makeToken('r', owner.workspaceId)
  const refreshId = newId(nowMs, random)
  await insertRefreshToken(client, {
    ...owner,
    id: refreshId,
    hash: refresh.hash,
    issuedAtMs: nowMs,
    expiresAtMs: nowMs + REFRESH_MS,
  })
  await insertAccessToken(client, { ...owner, hash: access.hash, refreshId, expiresAtMs: nowMs + ACCESS_MS })
  return { refreshId, accessToken: access.text, refreshToken: refresh.text }
}
