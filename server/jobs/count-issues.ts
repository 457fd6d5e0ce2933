import { inWorkspace } from '../db/in-workspace.ts'
import { readUncountedIssues } from '../db/queries/issue-counts.ts'
import { recountIssues } from '../sync/admin.ts'
import type { Job } from './job.ts'

const BATCH = 50

/** Counts the known issues that were there before their counts were. */
export const countIssuesJob: Job = {
  kind: 'count-issues',
  everyMs: 600_000,
  run: async ({ workspaceId, app, store, clock, log, signal, announce }) => {
    for (let counted = BATCH; counted === BATCH && !signal.aborted;) {
      const ids = await inWorkspace(app, { workspaceId, mode: 'read' }, client =>
        readUncountedIssues({ client, workspaceId }, BATCH),
      )
      counted = ids.length
      if (counted === 0) return
      await recountIssues({ store, clock, announce }, workspaceId, ids)
      log.info('issues.counted', { workspaceId, issues: counted })
    }
  },
}
