import { z } from 'zod'
import { ThreadId } from '../domain/ids.ts'
import { recordBreaches } from '../rules/sla/thread-clocks.ts'
import { defineMutation, isAutomation, one } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { missedEvents } from './parts/clocks.ts'

/**
 * Notes that clocks of a thread have run out, once each, so that history and counts have it while the thread is still
 * open. The hub's timer does this, never a laptop; whatever is no longer late by then stays as it is.
 */
export const recordBreach = defineMutation({
  name: 'thread.recordBreach',
  decidedBy: 'hub',
  clocks: true,
  args: z.strictObject({ threadId: ThreadId }),
  reads: ({ threadId }) => ({ thread: one('threads', threadId) }),
  may: actor => isAutomation(actor),
  plan: ({ thread }, _args, context) => {
    const { clocks, missed } = recordBreaches(thread.clocks, context.nowMs)
    return missed.length === 0
      ? []
      : [...patchChanged('threads', thread, { clocks }), ...missedEvents(thread, missed, context)]
  },
  describe: () => ({ key: 'describe.recordBreach', values: {} }),
})
