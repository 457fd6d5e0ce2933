import { z } from 'zod'
import { MutationId } from '../domain/ids.ts'
import type { Address, DraftFile } from '../domain/values.ts'
import type { FieldConflict } from '../mutations/define.ts'
import { method, returns } from './define.ts'

/**
 * Why something stays as it is. 'left': it reached the hub and nothing undoes it. 'built-on': later work needs it.
 * 'not-possible': the rows do not allow it any more.
 */
export type UndoReason =
  | 'left'
  | 'built-on'
  | 'changed-since'
  | 'newer-messages'
  | 'customer-wrote'
  | 'not-possible'

export type UndoRefusal = {
  readonly mutationId: string
  /** Name of the mutation; empty for one this laptop has forgotten. */
  readonly name: string
  readonly ticketId: string | null
  readonly reason: UndoReason
  /** The fields somebody changed since: they stay. Empty when it is not about fields. */
  readonly fields: readonly FieldConflict[]
}

/** Words that did not leave, as they were: receivers, files and what should have happened to the thread. */
export type GivenBackWords = {
  readonly ticketId: string
  readonly mode: 'reply' | 'note'
  readonly body: string
  readonly draftId: string
  readonly to: readonly Address[] | null
  readonly cc: readonly Address[] | null
  readonly files: readonly DraftFile[]
}

export type UndoAnswer = {
  /** How many intents never left and are gone. */
  readonly takenBack: number
  /** How many new intents undo what had left. */
  readonly inverses: number
  readonly refused: readonly UndoRefusal[]
  readonly words: readonly GivenBackWords[]
}

export const undoMethods = {
  /** Undoes acts, the last first; naming one intent of a group undoes the group. */
  'undo.run': method({
    owner: 'data',
    kind: 'command',
    input: z.strictObject({ mutationIds: z.array(MutationId).min(1).max(500) }),
    output: returns<UndoAnswer>(),
  }),
} as const
