import type { Pool } from 'pg'
import type { Lease } from '../db/queries/jobs.ts'
import { claimJob, endJob, ensureJobs, keepLease } from '../db/queries/jobs.ts'
import { toFailure } from '../http/failure.ts'
import type { Job, JobContext } from './job.ts'

/** A worker that is killed is replaced after this long; one that lives prolongs it three times as often. */
const LEASE_MS = 30_000
const TICK_MS = 1000
const FIRST_RETRY_MS = 5000
const LONGEST_RETRY_MS = 10 * 60_000

export type RunnerDeps = Omit<JobContext, 'workspaceId' | 'signal'> & {
  readonly owner: Pool
  readonly jobs: readonly Job[]
  readonly leaseMs?: number
}

export type JobRunner = {
  readonly start: () => void
  /** Does everything that is due now; answers how many jobs ran. */
  readonly runDue: () => Promise<number>
  /** Starts nothing new, asks what runs to stop, and waits for it. */
  readonly stop: () => Promise<void>
}

/** Claims jobs that are due, one at a time, and does them under a lease. Any number of copies may run it. */
export function createJobRunner({ jobs, leaseMs = LEASE_MS, ...deps }: RunnerDeps): JobRunner {
  const { owner, clock, log } = deps
  const byKind = new Map(jobs.map(job => [job.kind, job]))
  const stopping = new AbortController()
  let cancelTick = (): void => {}
  let running: Promise<unknown> = Promise.resolve()

  async function runDue(): Promise<number> {
    await ensureJobs(owner, [...byKind.keys()])
    let count = 0
    while (!stopping.signal.aborted) {
      const lease = await claimJob(owner, [...byKind.keys()], leaseMs)
      const job = lease && byKind.get(lease.kind)
      if (!job) return count
      await runLeased(deps, { job, lease, leaseMs, stopping: stopping.signal })
      count += 1
    }
    return count
  }

  function tick(): void {
    running = runDue()
      .catch((error: unknown) => log.warn('jobs.tick-failed', { code: toFailure(error).code }))
      .then(() => {
        if (!stopping.signal.aborted) cancelTick = clock.after(TICK_MS, tick)
      })
  }

  return {
    start: tick,
    runDue,
    stop: async () => {
      stopping.abort()
      cancelTick()
      await running
    },
  }
}

type Leased = {
  readonly job: Job
  readonly lease: Lease
  readonly leaseMs: number
  readonly stopping: AbortSignal
}

async function runLeased(deps: Omit<RunnerDeps, 'jobs' | 'leaseMs'>, leased: Leased): Promise<void> {
  const { owner, log } = deps
  const { job, lease } = leased
  const lost = new AbortController()
  const stopKeeping = keepLeased(deps, leased, () => lost.abort())
  const signal = AbortSignal.any([leased.stopping, lost.signal])
  const failure = await job.run({ ...deps, workspaceId: lease.workspaceId, signal }).then(
    () => null,
    (error: unknown) => toFailure(error).code,
  )
  stopKeeping()
  if (failure !== null)
    log.warn('job.failed', { kind: job.kind, code: failure, failures: lease.failures + 1 })
  const againInMs = failure === null ? job.everyMs : retryMs(lease.failures)
  if (!(await endJob(owner, lease, { againInMs, failure }))) log.warn('job.lease-lost', { kind: job.kind })
}

/** Prolongs the lease while the job runs; the returned function ends that. */
function keepLeased(
  { owner, clock }: Pick<RunnerDeps, 'owner' | 'clock'>,
  { lease, leaseMs }: Leased,
  onLost: () => void,
): () => void {
  const every = Math.floor(leaseMs / 3)
  let cancel = clock.after(every, keep)
  function keep(): void {
    cancel = clock.after(every, keep)
    keepLease(owner, lease, leaseMs).then(
      isKept => isKept || onLost(),
      // A database that is away now may be back before the lease ends: only a refusal means it is lost.
      () => undefined,
    )
  }
  return () => cancel()
}

const retryMs = (failures: number): number =>
  Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 10))
