import { z } from 'zod'
import { RowId, ThreadId } from '../domain/ids.ts'
import { unresolvedOf } from '../rules/closing/unresolved.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { CustomFields } from './parts/args.ts'
import { onThread, recordEvent } from './parts/events.ts'

const MOST_ANSWERS = 20

/** What the agent answered when a thread was closed: resolved, anything else, next step, cause, survey. */
export const recordClosing = defineMutation({
  name: 'closing.record',
  args: z.strictObject({
    closingId: RowId,
    threadId: ThreadId,
    /** By the key of the question; only what was asked and answered. */
    answers: CustomFields.refine(all => Object.keys(all).length <= MOST_ANSWERS, {
      error: 'too many answers',
    }),
  }),
  reads: ({ threadId, closingId }) => ({
    thread: one('threads', threadId),
    existing: maybe('closings', closingId),
  }),
  may: () => true,
  plan: ({ thread, existing }, { closingId, answers }, context) => {
    if (existing) return []
    return [
      insert('closings', {
        id: closingId,
        customerId: thread.customerId,
        ticketId: thread.ticketId,
        threadId: thread.id,
        kind: thread.kind === 'other' ? null : thread.kind,
        relationship: null,
        reason: null,
        answers,
        agentId: authorOf(context),
        atMs: context.nowMs,
      }),
      recordEvent(context, {
        place: onThread(thread),
        type: 'closing.recorded',
        // Codes and switches only: words of people stay in the row.
        facts: {
          resolved: answers['resolved'] ?? null,
          more: answers['more'] ?? null,
          next: answers['next'] ?? null,
          unresolved: unresolvedOf(answers),
          survey: answers['survey'] ?? null,
        },
      }),
    ]
  },
  describe: () => ({ key: 'describe.recordClosing', values: {} }),
})
