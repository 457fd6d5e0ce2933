import type { Pool } from 'pg'
import type { WorkspaceId } from '../../shared/domain/ids.ts'
import { AppError, ErrorCode } from '../../shared/errors.ts'
import type { ApprovalsAnswer } from '../../shared/protocol/approvals.ts'
import { inWorkspace } from '../db/in-workspace.ts'
import { readWaitingApprovals } from '../db/queries/approvals.ts'
import { readViewer } from '../db/queries/settings.ts'
import { findKeys } from '../sync/scope.ts'

type Asker = { readonly workspaceId: WorkspaceId; readonly agentId: string }

/** What waits for a supervisor, named as far as they may fetch the customer. Throws `signed-out` as finding does. */
export function approvalsForAgent(app: Pool, { workspaceId, agentId }: Asker): Promise<ApprovalsAnswer> {
  return inWorkspace(app, { workspaceId, mode: 'read' }, async client => {
    const session = { client, workspaceId }
    const { agent, settings } = await readViewer(session, agentId)
    if (!agent?.isActive) throw new AppError(ErrorCode.SignedOut, 'The agent has no place in this workspace')
    return readWaitingApprovals(session, findKeys(agent, settings))
  })
}
