import type { Job, JobContext } from '../../server/jobs/job.ts'
import { silentLog } from '../../shared/log.ts'
import type { HubUnderTest } from './hub.ts'

/** Runs a job of the hub once, as its runner does. */
export const runJob = (
  job: Job,
  { database, store, clock, workspaceId, deps }: HubUnderTest,
  facts: Partial<JobContext> = {},
): Promise<void> =>
  job.run({
    workspaceId,
    app: database.app,
    owner: database.owner,
    store,
    clock,
    random: Math.random,
    log: silentLog,
    signal: new AbortController().signal,
    announce: deps.announce,
    ...facts,
  })
