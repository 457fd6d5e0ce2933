import { z } from 'zod'
import { method, returns } from './define.ts'
import type { SyncStatus } from './sync.ts'

/** How sync is, in numbers and codes: nothing here says who anybody is or what they wrote. Times by this laptop's clock. */
export type SyncHealth = {
  readonly status: SyncStatus
  /** Hints arrive as things happen. */
  readonly isLive: boolean
  /** Since this process began; null: not yet. */
  readonly lastPushedAtMs: number | null
  /** Feed number everything in scope is known up to. */
  readonly upToSeq: number
  /** Both are other words as soon as the hub's history is another one; they say nothing else. */
  readonly epochMark: string | null
  readonly cursorMark: string | null
  readonly outbox: {
    readonly pending: number
    readonly sending: number
    readonly parked: number
    /** Drafts and views on their way. */
    readonly quiet: number
    readonly oldestAtMs: number | null
    readonly mostAttempts: number
    /** Accepted, kept for a hub that is restored from a backup. */
    readonly kept: number
  }
  /** Why parked work was not taken, and how often. */
  readonly parkedFor: readonly { readonly reason: string; readonly count: number }[]
  /** Rows and customers that left the scope and stay for unsent work. */
  readonly departures: number
  readonly failures: readonly { readonly code: string; readonly count: number; readonly lastAtMs: number }[]
  readonly schemaVersion: number
  readonly protocol: number
  readonly databaseBytes: number
  readonly files: { readonly count: number; readonly bytes: number }
}

export const healthMethods = {
  'sync.health': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({}),
    output: returns<SyncHealth>(),
  }),
} as const
