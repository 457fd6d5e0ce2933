import { z } from 'zod'
import { ThreadId } from '../domain/ids.ts'
import { Priority } from '../domain/values.ts'
import { isWorkable } from '../rules/thread-life.ts'
import { defineMutation, one } from './define.ts'
import { onThread, recordEvent } from './parts/events.ts'

/** Says that the priority is right although another was suggested; that one is not suggested again. */
export const keepPriority = defineMutation({
  name: 'thread.keepPriority',
  args: z.strictObject({ threadId: ThreadId, suggested: Priority }),
  reads: ({ threadId }) => ({ thread: one('threads', threadId) }),
  may: (_actor, { thread }) => isWorkable(thread),
  plan: ({ thread }, { suggested }, context) => [
    recordEvent(context, {
      place: onThread(thread),
      type: 'thread.priority-kept',
      facts: { priority: thread.priority, suggested },
    }),
  ],
  describe: ({ suggested }) => ({ key: 'describe.keepPriority', values: { suggested } }),
})
