import type { Clock } from '../../../shared/clock.ts'
import type { ReadableDb } from '../db/types.ts'

/** What a query may know: the database, whose console this is, and the time. */
export type QueryContext = {
  readonly db: ReadableDb
  readonly agentId: string
  /** This device; drafts of another one are marked. */
  readonly clientId: string
  readonly clock: Clock
}
