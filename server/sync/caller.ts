import type { Actor } from '../../shared/mutations/define.ts'
import type { Row } from '../../shared/domain/tables.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { stampOf } from './cursor.ts'
import type { Viewer } from './scope.ts'
import { viewerOf } from './scope.ts'
import type { HubReader, ViewerState } from './store.ts'

/** Who asks, as the access token says. Role and teams are read again in each transaction: they may have changed. */
export type Caller = { readonly workspaceId: string; readonly agentId: string }

export type Known = {
  readonly state: ViewerState
  readonly agent: Row<'agents'>
  readonly actor: Actor
  readonly viewer: Viewer
  /** Part of the cursor: an older one is answered with "take a snapshot". */
  readonly stamp: string
}

/** Looks the caller up. Throws `signed-out` when the agent is no more or not active. */
export async function knowCaller(tx: HubReader, { agentId }: Caller): Promise<Known> {
  const state = await tx.viewer(agentId)
  const { agent, settings, agentStamp, limits } = state
  if (!agent?.isActive) throw new AppError(ErrorCode.SignedOut, 'The agent has no place in this workspace')
  return {
    state,
    agent,
    actor: { id: agent.id, name: agent.name, role: agent.role, teamIds: agent.teamIds },
    viewer: viewerOf(agent, settings, limits),
    stamp: stampOf({ scopeStamp: settings.scopeStamp, agentStamp }),
  }
}
