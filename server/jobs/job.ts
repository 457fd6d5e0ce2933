import type { Pool } from 'pg'
import type { Clock, Random } from '../../shared/clock.ts'
import type { WorkspaceId } from '../../shared/domain/ids.ts'
import type { Log } from '../../shared/log.ts'
import type { HubStore } from '../sync/store.ts'

export type JobContext = {
  readonly workspaceId: WorkspaceId
  readonly app: Pool
  readonly owner: Pool
  readonly store: HubStore
  readonly clock: Clock
  readonly random: Random
  readonly log: Log
  /** Ends when the hub stops or the lease was lost: stop at the next safe place. */
  readonly signal: AbortSignal
  /** Where customers reach this hub with a browser; null or left out: they cannot. */
  readonly publicUrl?: string | null
  /** Tells readers on every copy that the feed has reached a number. */
  readonly announce: (workspaceId: WorkspaceId, seq: number) => void
}

/** Work that comes again and again for each workspace, on one copy of the hub at a time. */
export type Job = {
  readonly kind: string
  readonly everyMs: number
  /** Must be safe to do twice: a worker that was too slow may have been replaced. */
  readonly run: (context: JobContext) => Promise<void>
}
