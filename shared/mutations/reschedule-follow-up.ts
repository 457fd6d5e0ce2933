import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { Moment } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Another time for a follow-up that is still open; one that ended meanwhile stays as it is. */
export const rescheduleFollowUp = defineMutation({
  name: 'followUp.reschedule',
  args: z.strictObject({ followUpId: RowId, dueAtMs: Moment, seen: Moment }),
  reads: ({ followUpId }) => ({ followUp: one('followUps', followUpId) }),
  may: () => true,
  plan: ({ followUp }, { dueAtMs }, context) =>
    followUp.state !== 'open' || followUp.dueAtMs === dueAtMs
      ? []
      : [
          ...patchChanged('followUps', followUp, { dueAtMs }),
          recordEvent(context, {
            place: onCustomer(followUp.customerId, followUp.ticketId),
            type: 'follow-up.rescheduled',
            facts: { followUpId: followUp.id, dueBeforeMs: followUp.dueAtMs, dueAtMs },
          }),
        ],
  conflict: ({ followUp }, { followUpId, dueAtMs, seen }) =>
    followUp.state !== 'open'
      ? null
      : conflictOf('changed-since', [
          {
            table: 'followUps',
            id: followUpId,
            field: 'dueAtMs',
            seen,
            mine: dueAtMs,
            theirs: followUp.dueAtMs,
          },
        ]),
  describe: ({ dueAtMs }) => ({ key: 'describe.rescheduleFollowUp', values: { dueAtMs } }),
  insist: ({ followUp }, args) => ({ ...args, seen: followUp.dueAtMs }),
  invert: ({ followUp }, { followUpId, dueAtMs }) =>
    followUp.dueAtMs === dueAtMs
      ? null
      : { name: 'followUp.reschedule', args: { followUpId, dueAtMs: followUp.dueAtMs, seen: dueAtMs } },
  coalesceKey: ({ followUpId }) => `followUp.reschedule:${followUpId}`,
  coalesce: (earlier, later) => ({ ...later, seen: earlier.seen }),
})
