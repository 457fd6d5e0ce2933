import { newId } from '../shared/domain/ids.ts'
import type { WorkspaceId } from '../shared/domain/ids.ts'
import type { Random } from '../shared/clock.ts'
import { invariant } from '../shared/assert.ts'
import { AppError, ErrorCode } from '../shared/errors.ts'
import type { EngineeringStatus } from '../shared/protocol/engineering.ts'
import type { Pool } from 'pg'
import { readToken } from './auth/token.ts'
import { inWorkspace } from './db/in-workspace.ts'
import { readTracker } from './db/queries/tracker-tokens.ts'
import { applyAsHub } from './sync/apply-as-hub.ts'
import type { HubDeps } from './sync/apply-as-hub.ts'

export type Engineering = {
  /** The workspace a tracker's token opens; null for tokens of another kind. Throws `signed-out` for a withdrawn one. */
  readonly admit: (token: string) => Promise<WorkspaceId | null>
  /** Takes what the tracker says. Throws `bad-request` for what no issue can be. */
  readonly mirror: (workspaceId: WorkspaceId, status: EngineeringStatus) => Promise<void>
}

type Deps = HubDeps & { readonly app: Pool; readonly random: Random }

/** What engineering's tracker may do: say how its issues stand, and nothing else. */
export const createEngineering = (deps: Deps): Engineering => ({
  admit: async text => {
    const token = readToken(text)
    if (token?.kind !== 'e') return null
    const { workspaceId, hash } = token
    const tracker = await inWorkspace(deps.app, { workspaceId, mode: 'read' }, client =>
      readTracker({ client, workspaceId }, hash),
    )
    if (tracker === null) throw new AppError(ErrorCode.SignedOut, 'The token was withdrawn')
    return workspaceId
  },
  mirror: (workspaceId, status) => mirrorStatus(deps, workspaceId, status),
})

/** Writes how an issue of engineering stands; every ticket that waits for it is told. */
export async function mirrorStatus(
  { clock, random, ...deps }: HubDeps & { readonly random: Random },
  workspaceId: WorkspaceId,
  { saidAtMs, ...status }: EngineeringStatus,
): Promise<void> {
  const nowMs = clock.now()
  const args = { ...status, saidAtMs: Math.min(saidAtMs ?? nowMs, nowMs) }
  const mutationId = newId(nowMs, random)
  const refusal = await applyAsHub({ ...deps, clock }, workspaceId, [
    { name: 'engineering.mirror', args, mutationId },
  ])
  invariant(refusal === null, 'the hub’s own word is never refused')
}
