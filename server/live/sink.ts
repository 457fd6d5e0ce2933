import type { AgentId, ClientId, WorkspaceId } from '../../shared/domain/ids.ts'
import type { LiveFrame } from '../../shared/protocol/pull.ts'

/** Whom a live connection belongs to; the audience keys follow the agent's teams while it stays open. */
export type LiveReader = {
  readonly workspaceId: WorkspaceId
  readonly agentId: AgentId
  readonly clientId: ClientId
  readonly familyId: string
  teamIds: readonly string[]
  /** Was told who is here: from then on each who comes and goes is told. Never so for a long poll, which each would end. */
  isGreeted?: boolean
}

/** A hint with its text made once for all who get the same; slow readers take the number only. */
export type Hint = { readonly seq: number; readonly text: string }

/** One open WebSocket or one waiting long poll. */
export type LiveSink = {
  readonly reader: LiveReader
  readonly hint: (hint: Hint) => void
  /** Any other frame; dropped by readers that are behind. */
  readonly tell: (frame: LiveFrame) => void
  readonly close: (reason: ByeReason) => void
}

/**
 * 'restarting': come back soon. 'signed-out': the session or the agent is no more. 'slow': pull instead.
 * 'not-allowed': the role was taken away.
 */
export type ByeReason = 'restarting' | 'signed-out' | 'slow' | 'not-allowed'

export const frameText = (frame: LiveFrame): string => JSON.stringify(frame)

/** A hint of nothing but the number: "there is something up to here". */
export const numberHint = (seq: number): LiveFrame => ({
  kind: 'hint',
  seq,
  fromSeq: null,
  entries: null,
  cursor: null,
})
