import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, maybe, remove } from './define.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** The reason to keep it is over: from now on it goes when it is old enough. */
export const liftHold = defineMutation({
  name: 'hold.lift',
  args: z.strictObject({ holdId: RowId }),
  reads: ({ holdId }) => ({ hold: maybe('holds', holdId) }),
  may: actor => maySupervise(actor.role),
  plan: ({ hold }, { holdId }, context) =>
    hold
      ? [
          remove('holds', holdId),
          recordEvent(context, {
            place: onCustomer(hold.customerId, hold.ticketId),
            type: 'hold.lifted',
            facts: { holdId },
          }),
        ]
      : [],
  describe: () => ({ key: 'describe.liftHold', values: {} }),
  invert: ({ hold }, { holdId }) =>
    hold && {
      name: 'hold.place',
      args: { holdId, customerId: hold.customerId, ticketId: hold.ticketId, reason: hold.reason },
    },
})
