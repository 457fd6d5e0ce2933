import { z } from 'zod'
import { RowId, ThreadId } from '../domain/ids.ts'
import { THREAD_STATES } from '../domain/values.ts'
import { closingStamp, isDone, isTicketDone, isWorkable } from '../rules/thread-life.ts'
import { authorOf, defineMutation, insert, many, maybe, one } from './define.ts'
import { Line, SeenUpToSeq, SeenValue } from './parts/args.ts'
import { patchThread } from './parts/clocks.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onThread, recordEvent } from './parts/events.ts'
import { restoredFrom } from './set-state.ts'

/**
 * Closes the service part of a ticket without its relationship step, for a reason that is recorded. It does not come
 * back when support is solved.
 */
export const waiveRelationship = defineMutation({
  name: 'relationship.waive',
  clocks: true,
  args: z.strictObject({
    closingId: RowId,
    threadId: ThreadId,
    reason: Line,
    seen: SeenValue,
    /** For the undo, which is a change of state. */
    seenUpToSeq: SeenUpToSeq,
  }),
  reads: ({ threadId, closingId }) => ({
    thread: one('threads', threadId),
    existing: maybe('closings', closingId),
  }),
  alsoReads: ({ thread }) => ({ siblings: many('threads', { ticketId: thread.ticketId }) }),
  may: (_actor, { thread }, { reason }) =>
    thread.kind === 'service' && isWorkable(thread) && reason.trim() !== '',
  plan: ({ thread, siblings, existing }, { closingId, reason }, context) => {
    if (existing) return []
    const after = siblings.map(each => (each.id === thread.id ? { ...each, state: 'solved' as const } : each))
    const waiting = isTicketDone(after) ? { waitingSinceMs: null } : {}
    const stamp = isDone(thread) ? {} : closingStamp(thread, 'solved', context.nowMs)
    return [
      ...siblings.flatMap(each =>
        patchThread(each, each.id === thread.id ? { ...stamp, ...waiting } : waiting, { context }),
      ),
      insert('closings', {
        id: closingId,
        customerId: thread.customerId,
        ticketId: thread.ticketId,
        threadId: thread.id,
        kind: 'service',
        relationship: 'waived',
        reason: reason.trim(),
        answers: {},
        agentId: authorOf(context),
        atMs: context.nowMs,
      }),
      recordEvent(context, {
        place: onThread(thread),
        type: 'relationship.waived',
        // Why it was waived is somebody's words: they stay in the row.
        facts: { before: thread.state },
      }),
    ]
  },
  conflict: ({ thread }, { seen }) =>
    conflictOf('changed-since', [
      { table: 'threads', id: thread.id, field: 'state', seen, mine: 'solved', theirs: thread.state },
    ]),
  describe: ({ reason }) => ({ key: 'describe.waiveRelationship', values: { reason } }),
  insist: ({ thread }, args) => ({ ...args, seen: thread.state }),
  invert: ({ thread, existing }, { threadId, seenUpToSeq }) => {
    const before = THREAD_STATES.find(known => known === thread.state)
    if (!before || before === 'solved' || existing) return null
    return {
      name: 'thread.setState',
      args: { threadId, state: before, seen: 'solved', seenUpToSeq, restore: restoredFrom(thread) },
    }
  },
})
