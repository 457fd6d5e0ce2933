import { pull, pullNothing } from '../sync/pull.ts'
import type { PushDeps } from '../sync/push.ts'
import { push } from '../sync/push.ts'
import { snapshotParts } from '../sync/snapshot.ts'
import type { Caller } from '../sync/caller.ts'
import type { Session } from '../auth/session.ts'
import type { SyncCore } from './sync-core.ts'

const callerOf = ({ workspaceId, agent, isStayOver }: Session): Caller => ({
  workspaceId,
  agentId: agent.id,
  isStayOver,
})

/** Sync over one store, as the routes call it. */
export function bindSync(deps: PushDeps): SyncCore {
  const { store, clock, log } = deps
  return {
    push: (session, request) => push(deps, callerOf(session), request),
    pull: async (session, query) =>
      pullNothing({ newest: session.newest, cursor: query.cursor }, clock.now()) ??
      (await pull(deps, callerOf(session), query)),
    snapshot: (session, query) => snapshotParts({ store, log }, callerOf(session), query),
    head: workspaceId => store.read(workspaceId, async tx => (await tx.head()).seq),
    epoch: workspaceId => store.read(workspaceId, async tx => (await tx.settings()).epoch),
  }
}
