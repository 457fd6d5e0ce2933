import type { Takeover } from '../../domain/takeovers.ts'
import type { Message, Thread } from '../../domain/tickets.ts'
import { isTicketDone } from '../thread-life.ts'

/** Whether the customer still waits for a person to come in for the bot. */
export const isWaiting = (takeover: Pick<Takeover, 'takenAtMs'>): boolean => takeover.takenAtMs === null

type Done = Parameters<typeof isTicketDone>[0][number]

/** A matter that was taken over and is done begins anew when the customer writes to the bot again. */
export const waitsAgain = (
  takeover: Pick<Takeover, 'takenAtMs'> | null,
  threads: readonly (Done & Pick<Thread, 'id'>)[],
): boolean => takeover !== null && !isWaiting(takeover) && threads.length > 0 && isTicketDone(threads)

/** What the customer said next after the line at this place; null: the bot went on, or nobody has said anything yet. */
export function answerAfter(
  said: readonly Pick<Message, 'authorKind' | 'bodyText'>[],
  place: number,
): string | null {
  const next = said[place + 1]
  const words = next?.authorKind === 'customer' ? next.bodyText.trim() : ''
  return words === '' ? null : words
}
