import { z } from 'zod'
import { ThreadId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { Moment } from './parts/args.ts'
import { patchThread } from './parts/clocks.ts'
import { onThread, recordEvent } from './parts/events.ts'

/** Undoing a wake asks nothing about messages: the agent looks at the thread it has just woken. */
const EVERYTHING = Number.MAX_SAFE_INTEGER

/**
 * Ends a snooze: by the agent, by a laptop's clock or by the hub's, whichever comes first. `untilMs` names the snooze
 * that ended; a thread snoozed anew meanwhile sleeps on. A thread that is awake already stays as it is, so several
 * wakers do no harm.
 */
export const wake = defineMutation({
  name: 'thread.wake',
  clocks: true,
  args: z.strictObject({ threadId: ThreadId, untilMs: Moment.nullable() }),
  reads: ({ threadId }) => ({ thread: one('threads', threadId) }),
  may: () => true,
  plan: ({ thread }, { untilMs }, context) => {
    if (thread.state !== 'snoozed' || (untilMs !== null && thread.snoozedUntilMs !== untilMs)) return []
    return [
      ...patchThread(thread, { state: 'open', snoozedUntilMs: null }, { context }),
      recordEvent(context, {
        place: onThread(thread),
        type: 'thread.woken',
        facts: { untilMs: thread.snoozedUntilMs },
      }),
    ]
  },
  describe: () => ({ key: 'describe.wake', values: {} }),
  invert: ({ thread }, { threadId }) =>
    thread.state !== 'snoozed' || thread.snoozedUntilMs === null
      ? null
      : {
          name: 'thread.snooze',
          args: { threadId, untilMs: thread.snoozedUntilMs, seen: 'open', seenUpToSeq: EVERYTHING },
        },
})
