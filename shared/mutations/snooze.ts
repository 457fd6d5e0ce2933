import { z } from 'zod'
import { ThreadId } from '../domain/ids.ts'
import { THREAD_STATES } from '../domain/values.ts'
import { closingStamp, isWorkable } from '../rules/thread-life.ts'
import { defineMutation, many, one } from './define.ts'
import { Moment, SeenUpToSeq, SeenValue } from './parts/args.ts'
import { patchThread } from './parts/clocks.ts'
import { conflictOf, newestSeq, unseenMessages } from './parts/conflicts.ts'
import { onThread, recordEvent } from './parts/events.ts'
import { restoredFrom } from './set-state.ts'

/** Out of the way until an absolute time or the customer's next message, whichever comes first. */
export const snooze = defineMutation({
  name: 'thread.snooze',
  clocks: true,
  args: z.strictObject({ threadId: ThreadId, untilMs: Moment, seen: SeenValue, seenUpToSeq: SeenUpToSeq }),
  reads: ({ threadId }) => ({ thread: one('threads', threadId) }),
  alsoReads: ({ thread }, { seenUpToSeq }) => ({
    unseen: many('messages', { ticketId: thread.ticketId }, { column: 'seq', value: seenUpToSeq }),
  }),
  may: (_actor, { thread }) => isWorkable(thread),
  plan: ({ thread }, { untilMs }, context) => {
    if (thread.state === 'snoozed' && thread.snoozedUntilMs === untilMs) return []
    const stamp = closingStamp(thread, 'snoozed', context.nowMs)
    return [
      ...patchThread(thread, { ...stamp, snoozedUntilMs: untilMs }, { context }),
      recordEvent(context, {
        place: onThread(thread),
        type: 'thread.snoozed',
        facts: { before: thread.state, untilMs },
      }),
    ]
  },
  conflict: ({ thread, unseen }, { seen, seenUpToSeq }) => {
    const fromCustomer = unseen.filter(message => message.direction === 'in')
    return (
      unseenMessages('customer-wrote', fromCustomer, seenUpToSeq) ??
      conflictOf('changed-since', [
        { table: 'threads', id: thread.id, field: 'state', seen, mine: 'snoozed', theirs: thread.state },
      ])
    )
  },
  describe: ({ untilMs }) => ({ key: 'describe.snooze', values: { untilMs } }),
  insist: ({ thread, unseen }, args) => ({
    ...args,
    seen: thread.state,
    seenUpToSeq: newestSeq(unseen, args.seenUpToSeq),
  }),
  invert: ({ thread }, { threadId, seenUpToSeq }) => {
    if (thread.state === 'snoozed') {
      const untilMs = thread.snoozedUntilMs
      return untilMs === null
        ? null
        : { name: 'thread.snooze', args: { threadId, untilMs, seen: 'snoozed', seenUpToSeq } }
    }
    const before = THREAD_STATES.find(known => known === thread.state)
    if (!before) return null
    return {
      name: 'thread.setState',
      args: { threadId, state: before, seen: 'snoozed', seenUpToSeq, restore: restoredFrom(thread) },
    }
  },
})
