import type { Thread } from '../../domain/tickets.ts'
import type { Change } from '../define.ts'
import { patchChanged } from './changes.ts'

/** Newest activity never goes back: a reply written offline may arrive after newer ones. */
export const laterActivity = (thread: Thread, atMs: number): number => Math.max(thread.lastActivityAtMs, atMs)

/** Writes a message or note at `atMs` to all threads of the ticket. */
export function touchThreads(threads: readonly Thread[], atMs: number): readonly Change[] {
  return threads.flatMap(thread =>
    patchChanged('threads', thread, { lastActivityAtMs: laterActivity(thread, atMs) }),
  )
}
