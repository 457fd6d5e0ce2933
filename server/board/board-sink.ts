import type { AgentId } from '../../shared/domain/ids.ts'
import type { ByeReason } from '../live/sink.ts'

/** One window that looks at the board. */
export type BoardSink = {
  readonly agentId: AgentId
  /** A frame as text, made once for all who get the same. False: this reader is behind and needs the whole next. */
  readonly send: (text: string) => boolean
  readonly close: (reason: ByeReason) => void
}
