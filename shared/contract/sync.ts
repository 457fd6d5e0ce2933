import type { DraftFile } from '../domain/values.ts'
import { z } from 'zod'
import { MutationId, RowId } from '../domain/ids.ts'
import type { UndoWindow } from '../domain/undo-windows.ts'
import type { Description, FieldConflict } from '../mutations/define.ts'
import { TAKEN } from '../mutations/suggest-merge.ts'
import type { Suggestion } from '../mutations/suggest-merge.ts'
import { method, returns } from './define.ts'
import type { ActState, RowAround, RowExplained } from './explain.ts'

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
  /** Messages of which nobody knows whether they have left, for this agent to decide. */
  readonly doubtful: number
  readonly lastPulledAtMs: number | null
  /** Laptop clock minus hub clock, ms; null before the first answer. */
  readonly skewMs: number | null
  readonly isFilled: boolean
  readonly customersHere: number
}

/** A field both sides changed, and what the rules would make of it; null: only a person can say. */
export type AttentionField = FieldConflict & { readonly suggestion: Suggestion | null }

/** One act of the agent that the hub did not take: an intent, or a group of them. */
export type AttentionAct = {
  readonly mutationIds: readonly string[]
  readonly intents: readonly {
    readonly mutationId: string
    readonly name: string
    readonly description: Description
  }[]
  readonly verdict: 'conflict' | 'rejected' | 'gone' | 'failed'
  /** Conflict reason, error code, or what is gone. */
  readonly reason: string
  readonly fields: readonly AttentionField[]
  /** What the agent wrote, when words are at stake: never lost, even when discarded it can be copied first. */
  readonly words: string | null
  /** It is a reply that could stay as a note for colleagues. */
  readonly canBeNote: boolean
  readonly writtenAtMs: number
}

/** Something said since the agent looked: what a held reply has to be read against. */
export type SinceMessage = {
  readonly id: string
  readonly isFromCustomer: boolean
  /** A colleague's word to colleagues. */
  readonly isNote: boolean
  readonly authorName: string | null
  readonly atMs: number
  /** Its beginning. */
  readonly text: string
  readonly isCut: boolean
}

/** One item under Needs attention: all of a ticket that the hub did not take, oldest act first. */
export type AttentionItem = {
  /** The same while the item stands. */
  readonly key: string
  /** Of all acts. */
  readonly mutationIds: readonly string[]
  readonly ticketId: string | null
  readonly number: number | null
  readonly subject: string | null
  readonly customerName: string | null
  readonly acts: readonly AttentionAct[]
  /** In order; empty unless an act was held because of messages. */
  readonly since: readonly SinceMessage[]
}

/**
 * 'retry': as it was. 'mine': against what stands now. 'theirs' and 'discard': take mine back. 'edit': back into the
 * draft. 'note': a held reply becomes a note.
 */
export const AttentionAction = z.enum(['retry', 'mine', 'theirs', 'discard', 'edit', 'note'])

/** A message of which nobody knows whether it has left: an agent decides. */
export type DoubtfulMessage = {
  readonly messageId: string
  readonly ticketId: string
  readonly number: number | null
  readonly subject: string
  readonly customerName: string
  /** Names, or addresses where there is none. */
  readonly to: readonly string[]
  /** Its beginning. */
  readonly excerpt: string
  /** Null: the hub wrote it. */
  readonly authorName: string | null
  readonly files: number
  readonly writtenAtMs: number
}

/** What waits or has left, newest first: the honest ledger of this laptop. */
export type LedgerLine = {
  readonly mutationId: string
  readonly groupId: string | null
  readonly name: string
  readonly description: Description
  readonly ticketId: string | null
  /** The message it made or is about; null: none that is here. */
  readonly messageId: string | null
  /** Subject of its ticket; null when it is about none, or that is not here. */
  readonly subject: string | null
  readonly number: number | null
  readonly state: ActState
  readonly writtenAtMs: number
  readonly acceptedAtMs: number | null
  /** When it arrived or came back, by the channel's word. */
  readonly deliveredAtMs: number | null
  /** It leaves by itself at this moment; null: it is not in an undo window. */
  readonly restsUntilMs: number | null
  readonly attempts: number
}

/** A reply in its undo window. */
export type RestingReply = {
  readonly mutationId: string
  readonly ticketId: string
  readonly subject: string | null
  readonly to: string
  readonly untilMs: number
  /** The app ended in its window: it was kept and has the whole of it again. */
  readonly isKept: boolean
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
  'messages.doubtful': method({
    owner: 'data',
    kind: 'query',
    input: none,
    output: returns<readonly DoubtfulMessage[]>(),
  }),
  'sync.resting': method({
    owner: 'data',
    kind: 'query',
    input: none,
    output: returns<readonly RestingReply[]>(),
  }),
  /** Ends the undo window of these: they leave now. */
  'sync.release': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ mutationIds: z.array(MutationId).min(1).max(100) }),
    output: returns<{ released: number }>(),
  }),
  'undoWindows.list': method({
    owner: 'data',
    kind: 'query',
    input: none,
    output: returns<readonly UndoWindow[]>(),
  }),
  'rows.explain': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ table: z.string().max(60), id: RowId }),
    output: returns<RowExplained | null>(),
  }),
  /** What stands around a ticket and can be explained: its own rows and its customer's, those changed here first. */
  'rows.around': method({
    owner: 'data',
    kind: 'query',
    input: z.strictObject({ ticketId: RowId }),
    output: returns<readonly RowAround[]>(),
  }),
  /** Decides parked work field by field; fields left out stay mine. */
  'attention.decide': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({
      mutationIds: z.array(MutationId).min(1).max(500),
      choices: z
        .array(
          z.strictObject({
            table: z.string().max(60),
            id: RowId,
            field: z.string().max(60),
            take: z.enum(TAKEN),
          }),
        )
        .max(2_000),
    }),
    output: returns<{ resolved: number }>(),
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
