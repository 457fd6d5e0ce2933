import type { Thread } from '../../domain/tickets.ts'
import type { Change } from '../define.ts'
import { patchChanged } from './changes.ts'

/** Sort keys of views that are the same on every thread of a ticket. */
type TicketKeys = Partial<Pick<Thread, 'lastActivityAtMs' | 'waitingSinceMs' | 'isPaired'>>

/** Newest activity never goes back: a reply written offline may arrive after newer ones. */
export const laterActivity = (thread: Thread, atMs: number): number => Math.max(thread.lastActivityAtMs, atMs)

/** Writes a message or note at `atMs`, and other keys of the ticket, to all its threads. */
export function touchThreads(
  threads: readonly Thread[],
  atMs: number,
  keys: TicketKeys = {},
): readonly Change[] {
  return threads.flatMap(thread =>
    patchChanged('threads', thread, { ...keys, lastActivityAtMs: laterActivity(thread, atMs) }),
  )
}
