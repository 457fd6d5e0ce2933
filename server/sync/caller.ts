import type { Actor } from '../../shared/mutations/define.ts'
import type { Row } from '../../shared/domain/tables.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import { stampOf } from './cursor.ts'
import type { Viewer } from './scope.ts'
import { viewerOf } from './scope.ts'
import { sightStamp } from './sight.ts'
import type { HubReader, ViewerState } from './store.ts'

/** Who asks, as the access token says. Role and teams are read again in each transaction: they may have changed. */
export type Caller = {
  readonly workspaceId: string
  readonly agentId: string
  /** Of a guest: the time is over. What they held leaves their laptop with the next sync, and nothing else is given. */
  readonly isStayOver?: boolean
}

export type Known = {
  readonly state: ViewerState
  readonly agent: Row<'agents'>
  readonly actor: Actor
  readonly viewer: Viewer
  /** Part of the cursor: an older one is answered with "take a snapshot". */
  readonly stamp: string
}

/** Looks the caller up. Throws `signed-out` when the agent is no more or not active. */
export async function knowCaller(tx: HubReader, caller: Caller): Promise<Known> {
  const { agentId, isStayOver = false } = caller
  const state = await tx.viewer(agentId)
  const { agent, settings, agentStamp, limits } = state
  if (!agent?.isActive) throw new AppError(ErrorCode.SignedOut, 'The agent has no place in this workspace')
  const teamIds = isStayOver ? [] : agent.teamIds
  const viewer = viewerOf({ id: agent.id, teamIds, isStayOver }, settings, limits)
  return {
    state,
    agent: { ...agent, teamIds },
    actor: { id: agent.id, name: agent.name, role: agent.role, teamIds },
    viewer,
    stamp: stampOf({ scopeStamp: settings.scopeStamp, agentStamp, sight: sightStamp(viewer.guest) }),
  }
}
