import type { Pool } from 'pg'
import type { WorkspaceId } from '../../../shared/domain/ids.ts'

/**
 * The queue of recurring jobs, over all workspaces, through the owner's pool. All times are the database's own: copies
 * of the hub need not agree on theirs for a lease to mean the same to each.
 */
const NOW = '(floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint)'

export type Lease = {
  readonly workspaceId: WorkspaceId
  readonly kind: string
  /** Tells this lease from later ones of the same job. */
  readonly leaseNumber: number
  readonly failures: number
}

/** Every workspace has every job; new ones are due at once. */
export async function ensureJobs(owner: Pool, kinds: readonly string[]): Promise<void> {
  await owner.query(
    `INSERT INTO tandem.jobs (workspace_id, kind, due_at_ms)
     SELECT w.id, wanted.kind, ${NOW} FROM tandem.workspaces w CROSS JOIN unnest($1::text[]) AS wanted(kind)
     WHERE NOT EXISTS (SELECT 1 FROM tandem.jobs j WHERE j.workspace_id = w.id AND j.kind = wanted.kind)
     ON CONFLICT DO NOTHING`,
    [kinds],
  )
}

/** Takes one job that is due and that nobody holds, or whose holder let the lease run out; null when there is none. */
export async function claimJob(
  owner: Pool,
  kinds: readonly string[],
  leaseMs: number,
): Promise<Lease | null> {
  const { rows } = await owner.query<Lease>(
    `WITH due AS (
       SELECT workspace_id, kind FROM tandem.jobs
       WHERE kind = ANY($1) AND due_at_ms <= ${NOW} AND coalesce(lease_until_ms, 0) <= ${NOW}
       ORDER BY due_at_ms LIMIT 1 FOR UPDATE SKIP LOCKED
     )
     UPDATE tandem.jobs j SET lease_until_ms = ${NOW} + $2, lease_number = j.lease_number + 1
     FROM due WHERE j.workspace_id = due.workspace_id AND j.kind = due.kind
     RETURNING j.workspace_id AS "workspaceId", j.kind, j.lease_number AS "leaseNumber", j.failures`,
    [kinds, leaseMs],
  )
  return rows[0] ?? null
}

/** Prolongs a lease; false when somebody else holds the job by now. */
export async function keepLease(owner: Pool, lease: Lease, leaseMs: number): Promise<boolean> {
  const { rowCount } = await owner.query(
    `UPDATE tandem.jobs SET lease_until_ms = ${NOW} + $4
     WHERE workspace_id = $1 AND kind = $2 AND lease_number = $3`,
    [lease.workspaceId, lease.kind, lease.leaseNumber, leaseMs],
  )
  return rowCount === 1
}

/** How a job ended, and when it is due again. */
export type JobEnd = { readonly againInMs: number; readonly failure: string | null }

/** Gives the job back; false, and nothing written, when the lease had gone to somebody else. */
export async function endJob(owner: Pool, lease: Lease, { againInMs, failure }: JobEnd): Promise<boolean> {
  const { rowCount } = await owner.query(
    `UPDATE tandem.jobs SET lease_until_ms = NULL, due_at_ms = ${NOW} + $4, last_failure = $5,
       failures = CASE WHEN $5::text IS NULL THEN 0 ELSE failures + 1 END
     WHERE workspace_id = $1 AND kind = $2 AND lease_number = $3`,
    [lease.workspaceId, lease.kind, lease.leaseNumber, againInMs, failure],
  )
  return rowCount === 1
}
