import { z } from 'zod'
import { ThreadId } from '../domain/ids.ts'
import { isDone } from '../rules/thread-life.ts'
import { defineMutation, isAutomation, maybe, one } from './define.ts'
import { patchThread } from './parts/clocks.ts'

/**
 * Gives clocks to a thread that was there before the promise: imported, or older than the first policy. They begin now.
 * Only the hub does this; a thread that has clocks already, or that nothing is promised for, stays as it is.
 */
export const startClocks = defineMutation({
  name: 'thread.startClocks',
  decidedBy: 'hub',
  clocks: true,
  args: z.strictObject({ threadId: ThreadId }),
  reads: ({ threadId }) => ({ thread: one('threads', threadId) }),
  alsoReads: ({ thread }) => ({ customer: maybe('customers', thread.customerId) }),
  may: actor => isAutomation(actor),
  plan: ({ thread, customer }, _args, context) =>
    thread.clocks !== null || isDone(thread) ? [] : patchThread(thread, {}, { context, customer }),
  describe: () => ({ key: 'describe.startClocks', values: {} }),
})
