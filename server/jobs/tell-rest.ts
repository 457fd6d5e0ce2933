import { inWorkspace } from '../db/in-workspace.ts'
import { readOwnedOf, readRequestedUpdates } from '../db/queries/issue-updates.ts'
import { tellRest } from '../issues/tell-rest.ts'
import type { Job } from './job.ts'

/** Updates of one run; what they write is many times as much. */
const BATCH = 20

/** Writes updates about known issues to those the laptop of whoever wrote them did not hold. */
export const tellRestJob: Job = {
  kind: 'tell-rest',
  everyMs: 5000,
  run: async ({ workspaceId, app, log, signal, ...deps }) => {
    const updateIds = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
      readRequestedUpdates({ client, workspaceId }, BATCH),
    )
    const readOwned = (productId: string) =>
      inWorkspace(app, { workspaceId, mode: 'read' }, client =>
        readOwnedOf({ client, workspaceId }, productId),
      )
    for (const updateId of updateIds) {
      if (signal.aborted) return
      await tellRest({ ...deps, signal, readOwned }, workspaceId, updateId)
      log.info('issues.told', { workspaceId, updateId })
    }
  },
}
