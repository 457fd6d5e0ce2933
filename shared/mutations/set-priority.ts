import { z } from 'zod'
import { ThreadId } from '../domain/ids.ts'
import { PRIORITIES, Priority } from '../domain/values.ts'
import { isWorkable } from '../rules/thread-life.ts'
import { defineMutation, maybe, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { patchThread } from './parts/clocks.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onThread, recordEvent } from './parts/events.ts'

export const setPriority = defineMutation({
  name: 'thread.setPriority',
  clocks: true,
  args: z.strictObject({ threadId: ThreadId, priority: Priority, seen: SeenValue }),
  reads: ({ threadId }) => ({ thread: one('threads', threadId) }),
  alsoReads: ({ thread }) => ({ customer: maybe('customers', thread.customerId) }),
  may: (_actor, { thread }) => isWorkable(thread),
  plan: ({ thread, customer }, { priority }, context) =>
    thread.priority === priority
      ? []
      : [
          ...patchThread(thread, { priority }, { context, customer }),
          recordEvent(context, {
            place: onThread(thread),
            type: 'thread.priority-changed',
            facts: { before: thread.priority, after: priority },
          }),
        ],
  conflict: ({ thread }, { priority, seen }) =>
    conflictOf('changed-since', [
      { table: 'threads', id: thread.id, field: 'priority', seen, mine: priority, theirs: thread.priority },
    ]),
  describe: ({ priority }) => ({ key: 'describe.setPriority', values: { priority } }),
  insist: ({ thread }, args) => ({ ...args, seen: thread.priority }),
  invert: ({ thread }, { threadId, priority }) => {
    const before = PRIORITIES.find(known => known === thread.priority)
    return before && before !== priority
      ? { name: 'thread.setPriority', args: { threadId, priority: before, seen: priority } }
      : null
  },
  coalesceKey: ({ threadId }) => `thread.setPriority:${threadId}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})
