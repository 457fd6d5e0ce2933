import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { Moment } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Another time for a promise that is still open: the customer was told a new one. One that ended stays as it is. */
export const reschedulePromise = defineMutation({
  name: 'promise.reschedule',
  args: z.strictObject({ promiseId: RowId, dueAtMs: Moment, seen: Moment }),
  reads: ({ promiseId }) => ({ promise: one('promises', promiseId) }),
  may: () => true,
  plan: ({ promise }, { dueAtMs }, context) =>
    promise.state !== 'open' || promise.dueAtMs === dueAtMs
      ? []
      : [
          ...patchChanged('promises', promise, { dueAtMs }),
          recordEvent(context, {
            place: onCustomer(promise.customerId, promise.ticketId),
            type: 'promise.rescheduled',
            facts: { promiseId: promise.id, dueBeforeMs: promise.dueAtMs, dueAtMs },
          }),
        ],
  conflict: ({ promise }, { promiseId, dueAtMs, seen }) =>
    promise.state !== 'open'
      ? null
      : conflictOf('changed-since', [
          {
            table: 'promises',
            id: promiseId,
            field: 'dueAtMs',
            seen,
            mine: dueAtMs,
            theirs: promise.dueAtMs,
          },
        ]),
  describe: ({ dueAtMs }) => ({ key: 'describe.reschedulePromise', values: { dueAtMs } }),
  insist: ({ promise }, args) => ({ ...args, seen: promise.dueAtMs }),
  invert: ({ promise }, { promiseId, dueAtMs }) =>
    promise.dueAtMs === dueAtMs
      ? null
      : { name: 'promise.reschedule', args: { promiseId, dueAtMs: promise.dueAtMs, seen: dueAtMs } },
  coalesceKey: ({ promiseId }) => `promise.reschedule:${promiseId}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})
