import type { DraftFile } from '../domain/values.ts'
import { z } from 'zod'
import { MutationId } from '../domain/ids.ts'
import type { Description, FieldConflict } from '../mutations/define.ts'
import { method, returns } from './define.ts'

/** What the sync engine is doing, as one value. */
export type SyncPhase =
  | { readonly state: 'idle' }
  | { readonly state: 'filling'; readonly rows: number; readonly expectedRows: number | null }
  | { readonly state: 'pushing' }
  | { readonly state: 'pulling' }
  | { readonly state: 'offline'; readonly sinceMs: number }
  | { readonly state: 'signed-out' }
  | { readonly state: 'trouble'; readonly code: string; readonly retryAtMs: number | null }

export type SyncStatus = {
  readonly phase: SyncPhase
  /** Changes that wait on this laptop (drafts do not count). */
  readonly waiting: number
  readonly oldestWaitingAtMs: number | null
  /** Items under Needs attention. */
  readonly attention: number
  readonly lastPulledAtMs: number | null
  /** Laptop clock minus hub clock, ms; null before the first answer. */
  readonly skewMs: number | null
  readonly isFilled: boolean
  readonly customersHere: number
}

/** One item under Needs attention: an intent, or a group of them, that the hub did not take. */
export type AttentionItem = {
  readonly mutationIds: readonly string[]
  readonly ticketId: string | null
  readonly number: number | null
  readonly subject: string | null
  readonly customerName: string | null
  readonly intents: readonly {
    readonly mutationId: string
    readonly name: string
    readonly description: Description
  }[]
  readonly verdict: 'conflict' | 'rejected' | 'gone' | 'failed'
  /** Conflict reason, error code, or what is gone. */
  readonly reason: string
  readonly fields: readonly FieldConflict[]
  /** What the agent wrote, when words are at stake: never lost, even when discarded it can be copied first. */
  readonly words: string | null
  readonly writtenAtMs: number
}

/** 'retry': as it was. 'mine': against what stands now. 'theirs' and 'discard': take mine back. 'edit': back into the draft. */
export const AttentionAction = z.enum(['retry', 'mine', 'theirs', 'discard', 'edit'])

/** What waits or has left, newest first: the honest ledger of this laptop. */
export type LedgerLine = {
  readonly mutationId: string
  readonly groupId: string | null
  readonly name: string
  readonly description: Description
  readonly ticketId: string | null
  readonly state: 'here' | 'sending' | 'accepted' | 'parked'
  readonly writtenAtMs: number
  readonly acceptedAtMs: number | null
  readonly attempts: number
}

const none = z.strictObject({})
export const syncMethods = {
  'sync.status': method({ owner: 'data', kind: 'command', input: none, output: returns<SyncStatus>() }),
  'sync.wake': method({ owner: 'data', kind: 'command', input: none, output: returns<{ woken: boolean }>() }),
  'sync.ledger': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ limit: z.int().min(1).max(500).default(100) }),
    output: returns<readonly LedgerLine[]>(),
  }),
  'attention.list': method({
    owner: 'data',
    kind: 'query',
    input: none,
    output: returns<readonly AttentionItem[]>(),
  }),
  'attention.resolve': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ mutationIds: z.array(MutationId).min(1).max(500), action: AttentionAction }),
    output: returns<{
      resolved: number
      /** Texts given back by 'edit', by ticket; `draftId` is this device's draft that ends with them now. */
      words: readonly {
        ticketId: string
        mode: 'reply' | 'note'
        body: string
        draftId: string
        /** All files of that draft. */
        files: readonly DraftFile[]
      }[]
    }>(),
  }),
} as const
