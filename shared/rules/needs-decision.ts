import type { SyncStatus } from '../contract/sync.ts'

/** What only this agent can decide: work that was not accepted, and messages that may have left. */
export const needsDecision = (status: Pick<SyncStatus, 'attention' | 'doubtful'> | null): number =>
  (status?.attention ?? 0) + (status?.doubtful ?? 0)
