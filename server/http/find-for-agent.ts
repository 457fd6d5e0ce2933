import type { Pool } from 'pg'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { FoundOnHub } from '../../shared/protocol/find.ts'
import type { WorkspaceId } from '../../shared/domain/ids.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { findTickets } from '../db/queries/find.ts'
import { readViewer } from '../db/queries/settings.ts'
import { findKeys } from '../sync/scope.ts'

type Asker = { readonly workspaceId: WorkspaceId; readonly agentId: string }

/** What an agent may fetch, by words. Throws `signed-out` for an agent without a place in the workspace. */
export function findForAgent(
  app: Pool,
  { workspaceId, agentId }: Asker,
  text: string,
): Promise<readonly FoundOnHub[]> {
  return inWorkspace(app, { workspaceId, mode: 'read' }, async client => {
    const session = { client, workspaceId }
    const { agent, settings } = await readViewer(session, agentId)
    if (!agent?.isActive) throw new AppError(ErrorCode.SignedOut, 'The agent has no place in this workspace')
    return findTickets(session, { text, keys: findKeys(agent, settings) })
  })
}
