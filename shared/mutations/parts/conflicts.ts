import type { Message } from '../../domain/tickets.ts'
import type { Conflict, FieldConflict } from '../define.ts'
import { sameValue } from './changes.ts'

/** Messages named in a conflict; the console reads the rest from its own rows. */
const SHOWN_MESSAGES = 50

/** An old laptop saw a value it has no name for; whatever stands now, it knew that it was overwriting it. */
const SEEN_UNKNOWN = 'other'

/** True when the hub has moved on from what the agent saw, to something else than the agent wants. */
export const hasMoved = ({ seen, mine, theirs }: Pick<FieldConflict, 'seen' | 'mine' | 'theirs'>): boolean =>
  !sameValue(theirs, seen) && !sameValue(theirs, mine) && seen !== SEEN_UNKNOWN

/** The fields among those given that moved; null when none did. */
export function conflictOf(reason: Conflict['reason'], fields: readonly FieldConflict[]): Conflict | null {
  const moved = fields.filter(hasMoved)
  return moved.length === 0 ? null : { reason, fields: moved }
}

/** Highest place among messages; `least` when none has one. */
export const newestSeq = (messages: readonly Message[], least: number): number =>
  messages.reduce((newest, { seq }) => Math.max(newest, seq ?? 0), least)

/** Conflict because of messages the agent had not seen; null when there are none. */
export function unseenMessages(
  reason: 'newer-messages' | 'customer-wrote',
  unseen: readonly Message[],
  seenUpToSeq: number,
): Conflict | null {
  if (unseen.length === 0) return null
  const fields = unseen.slice(0, SHOWN_MESSAGES).map(message => ({
    table: 'messages' as const,
    id: message.id,
    field: 'seq',
    seen: seenUpToSeq,
    mine: null,
    theirs: message.seq,
  }))
  return { reason, fields }
}
