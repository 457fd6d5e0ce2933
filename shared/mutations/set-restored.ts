import { z } from 'zod'
import { RowId, ThreadId } from '../domain/ids.ts'
import { isSamePerson } from '../rules/merged-people/families.ts'
import { isWorkable } from '../rules/thread-life.ts'
import { defineMutation, many, maybe, one } from './define.ts'
import { Moment, SeenUpToSeq } from './parts/args.ts'
import { NO_ROW } from './parts/changes.ts'
import { patchThread } from './parts/clocks.ts'
import { conflictOf, newestSeq, unseenMessages } from './parts/conflicts.ts'
import { onThread, recordEvent } from './parts/events.ts'
import { impactsAfterRestore, thingAfterRestore } from './parts/impacts.ts'

const Seen = z.strictObject({
  /** When it was restored as far as the agent saw; null: not at all, or not looked at. */
  restoredAtMs: Moment.nullable(),
  reopenedCount: z.int().min(0),
})

/**
 * Says that the customer's service runs again, or that it does not after all. The thread stays open: cause and answer
 * are still to be written, but nothing is down any more, and the clock to restore stands still from here on.
 */
export const setRestored = defineMutation({
  name: 'thread.setRestored',
  clocks: true,
  args: z.strictObject({
    threadId: ThreadId,
    isRestored: z.boolean(),
    seen: Seen,
    seenUpToSeq: SeenUpToSeq,
    /** The thing the ticket is about: it works again with the service, or is down again with it. Null: not known. */
    assetId: RowId.nullable().default(null),
    /** Set by undo only: the moment that stood there before. */
    atMs: Moment.nullable().default(null),
  }),
  reads: ({ threadId, assetId }) => ({
    thread: one('threads', threadId),
    thing: maybe('assets', assetId ?? NO_ROW),
  }),
  alsoReads: ({ thread, thing }, { seenUpToSeq }) => ({
    unseen: many('messages', { ticketId: thread.ticketId }, { column: 'seq', value: seenUpToSeq }),
    impacts: many('impacts', { ticketId: thread.ticketId }),
    assets: many('assets', { customerId: thread.customerId }),
    outages: many('impacts', { assetId: thing?.id ?? NO_ROW }),
    customer: maybe('customers', thing ? thread.customerId : NO_ROW),
    owner: maybe('customers', thing?.customerId ?? NO_ROW),
  }),
  may: (_actor, { thread, thing, customer, owner }) =>
    thread.kind === 'support' &&
    isWorkable(thread) &&
    (thing === null || (customer !== null && isSamePerson(customer, owner))),
  plan: ({ thread, thing, impacts, assets, outages }, { isRestored, atMs }, context) => {
    if ((thread.restoredAtMs !== null) === isRestored) return []
    const restoredAtMs = isRestored ? Math.min(atMs ?? context.nowMs, context.nowMs) : null
    const turned = { beforeMs: thread.restoredAtMs, afterMs: restoredAtMs }
    return [
      // What was not restored after all was down all the time: its clock goes on as if it had never been stopped.
      ...patchThread(
        thread,
        { restoredAtMs },
        { context, atMs: restoredAtMs ?? context.nowMs, isUndo: !isRestored },
      ),
      ...impactsAfterRestore({ impacts, assets: thing ? [...assets, thing] : assets }, turned),
      ...thingAfterRestore({ thread, thing, impacts, outages }, { ...turned, context }),
      recordEvent(context, {
        place: onThread(thread),
        type: isRestored ? 'thread.restored' : 'thread.restore-withdrawn',
        facts: { restoredAtMs: restoredAtMs ?? thread.restoredAtMs },
      }),
    ]
  },
  // Saying so twice is one fact. What the customer wrote since may say that it is down again, and so does a thread that
  // came back meanwhile.
  conflict: ({ thread, unseen }, { isRestored, seen, seenUpToSeq }) => {
    if ((thread.restoredAtMs !== null) === isRestored) return null
    const on = { table: 'threads', id: thread.id } as const
    if (!isRestored) {
      if (seen.restoredAtMs === null) return null
      const { restoredAtMs: theirs } = thread
      return conflictOf('changed-since', [
        { ...on, field: 'restoredAtMs', seen: seen.restoredAtMs, mine: null, theirs },
      ])
    }
    const fromCustomer = unseen.filter(message => message.direction === 'in')
    const { reopenedCount: theirs } = thread
    return (
      unseenMessages('customer-wrote', fromCustomer, seenUpToSeq) ??
      conflictOf('changed-since', [
        { ...on, field: 'reopenedCount', seen: seen.reopenedCount, mine: null, theirs },
      ])
    )
  },
  describe: ({ isRestored }) => ({
    key: isRestored ? 'describe.setRestored' : 'describe.withdrawRestored',
    values: {},
  }),
  insist: ({ thread, unseen }, args) => ({
    ...args,
    seen: { restoredAtMs: thread.restoredAtMs, reopenedCount: thread.reopenedCount },
    seenUpToSeq: newestSeq(unseen, args.seenUpToSeq),
  }),
  invert: ({ thread }, { threadId, isRestored, seenUpToSeq, assetId }) =>
    (thread.restoredAtMs !== null) === isRestored
      ? null
      : {
          name: 'thread.setRestored',
          args: {
            threadId,
            isRestored: !isRestored,
            // The moment it was given is the hub's to correct: an undo takes back whatever it became.
            seen: { restoredAtMs: null, reopenedCount: thread.reopenedCount },
            seenUpToSeq,
            assetId,
            atMs: thread.restoredAtMs,
          },
        },
})
