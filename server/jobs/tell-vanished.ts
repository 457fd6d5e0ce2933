import { inWorkspace } from '../db/in-workspace.ts'
import { announceColleague, readVanished } from '../db/queries/colleagues.ts'
import type { Job } from './job.ts'

const EVERY_MS = 60_000

/**
 * Tells colleagues that somebody is gone whose laptop, or copy of the hub, ended without a good-bye. Looks back twice as
 * far as it is late: to be told twice changes nothing.
 */
export const tellVanished: Job = {
  kind: 'tell-vanished',
  everyMs: EVERY_MS,
  run: ({ workspaceId, app, clock }) =>
    inWorkspace(app, { workspaceId }, async client => {
      const session = { client, workspaceId }
      const nowMs = clock.now()
      for (const agentId of await readVanished(session, { fromMs: nowMs - 2 * EVERY_MS, toMs: nowMs }))
        await announceColleague(session, agentId)
    }),
}
