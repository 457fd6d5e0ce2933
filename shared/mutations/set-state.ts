import { z } from 'zod'
import { ThreadId } from '../domain/ids.ts'
import { THREAD_STATES, ThreadState } from '../domain/values.ts'
import type { Thread } from '../domain/tickets.ts'
import { closingStamp, canReopen, isDone, isTicketDone, isWorkable } from '../rules/thread-life.ts'
import { defineMutation, many, one } from './define.ts'
import { afterSupport, closingReads, NOTHING_FOLLOWS, takeBackClosing } from './parts/after-support.ts'
import { Moment, SeenUpToSeq, SeenValue } from './parts/args.ts'
import { NO_ROW } from './parts/changes.ts'
import { patchThread } from './parts/clocks.ts'
import { conflictOf, newestSeq, unseenMessages } from './parts/conflicts.ts'
import { onThread, recordEvent } from './parts/events.ts'
import { impactReads, impactsAfterState } from './parts/impacts.ts'

/** What an undo puts back beside the state, so that a mistaken "solved" leaves no trace in clocks and counts. */
export const RestoredThread = z.strictObject({
  solvedAtMs: Moment.nullable(),
  snoozedUntilMs: Moment.nullable(),
  reopenedCount: z.int().min(0),
  waitingSinceMs: Moment.nullable(),
  restoredAtMs: Moment.nullable().default(null),
})
export type RestoredThread = z.infer<typeof RestoredThread>

export const restoredFrom = (thread: Thread): RestoredThread => ({
  solvedAtMs: thread.solvedAtMs,
  snoozedUntilMs: thread.snoozedUntilMs,
  reopenedCount: thread.reopenedCount,
  waitingSinceMs: thread.waitingSinceMs,
  restoredAtMs: thread.restoredAtMs,
})

const SetStateArgs = z
  .strictObject({
    threadId: ThreadId,
    state: ThreadState,
    seen: SeenValue,
    seenUpToSeq: SeenUpToSeq,
    /** Set by undo only. */
    restore: RestoredThread.nullable().default(null),
  })
  .refine(({ state, restore }) => state !== 'snoozed' || (restore?.snoozedUntilMs ?? null) !== null, {
    error: 'snoozing needs a time: use thread.snooze',
  })
type SetStateArgs = z.infer<typeof SetStateArgs>

/** Waiting ends for the whole ticket when its last open thread is done; an undo starts it again. */
function waitingAfter(
  siblings: readonly Thread[],
  args: SetStateArgs,
): Partial<Pick<Thread, 'waitingSinceMs'>> {
  const { threadId, state, restore } = args
  if (restore) return { waitingSinceMs: restore.waitingSinceMs }
  const after = siblings.map(sibling => (sibling.id === threadId ? { ...sibling, state } : sibling))
  return isDone({ state }) && isTicketDone(after) ? { waitingSinceMs: null } : {}
}

export const setState = defineMutation({
  name: 'thread.setState',
  clocks: true,
  args: SetStateArgs,
  reads: ({ threadId }) => ({ thread: one('threads', threadId) }),
  // Most changes of state look at two threads and nothing else: hundreds of tickets are changed at once.
  alsoReads: ({ thread }, { seenUpToSeq, state, restore }) => ({
    siblings: many('threads', { ticketId: thread.ticketId }),
    unseen: many(
      'messages',
      { ticketId: isDone({ state }) ? thread.ticketId : NO_ROW },
      { column: 'seq', value: seenUpToSeq },
    ),
    ...impactReads(thread, { state }),
    ...closingReads(thread, { state, isUndo: restore !== null }),
  }),
  may: (_actor, { thread }, { state }) => isWorkable(thread) || state === 'closed' || canReopen(thread),
  plan: (rows, args, context) => {
    const { thread, siblings, impacts, assets } = rows
    const { state, restore } = args
    if (thread.state === state) return []
    const stamp = { ...closingStamp(thread, state, context.nowMs), ...restore }
    const isUndo = restore !== null
    const waiting = waitingAfter(siblings, args)
    const others = siblings.filter(sibling => sibling.id !== thread.id)
    const followed = isUndo
      ? takeBackClosing(rows)
      : state === 'solved'
        ? afterSupport(rows, context)
        : NOTHING_FOLLOWS
    return [
      ...patchThread(thread, { ...stamp, ...waiting }, { context, isUndo }),
      ...impactsAfterState({ impacts, assets }, thread, { ...thread, ...stamp }),
      ...others.flatMap(other =>
        patchThread(other, { ...waiting, ...followed.fieldsOf(other.id) }, { context, isUndo }),
      ),
      ...followed.changes,
      recordEvent(context, {
        place: onThread(thread),
        type: 'thread.state-changed',
        facts: { before: thread.state, after: state, undone: isUndo },
      }),
    ]
  },
  conflict: ({ thread, unseen }, { state, seen, seenUpToSeq }) => {
    const fromCustomer = unseen.filter(message => message.direction === 'in')
    const wrote = isDone({ state }) ? unseenMessages('customer-wrote', fromCustomer, seenUpToSeq) : null
    if (wrote && thread.state !== state) return wrote
    return conflictOf('changed-since', [
      { table: 'threads', id: thread.id, field: 'state', seen, mine: state, theirs: thread.state },
    ])
  },
  describe: ({ state }) => ({ key: 'describe.setState', values: { state } }),
  insist: ({ thread, unseen }, args) => ({
    ...args,
    seen: thread.state,
    seenUpToSeq: newestSeq(unseen, args.seenUpToSeq),
  }),
  invert: ({ thread }, { state, seenUpToSeq, threadId }) => {
    const before = THREAD_STATES.find(known => known === thread.state)
    if (!before || before === state) return null
    return {
      name: 'thread.setState',
      args: { threadId, state: before, seen: state, seenUpToSeq, restore: restoredFrom(thread) },
    }
  },
  coalesceKey: ({ threadId }) => `thread.setState:${threadId}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})
