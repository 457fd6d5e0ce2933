import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { PROMISE_STATES } from '../domain/values.ts'
import { defineMutation, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Ends a promise: kept, broken or withdrawn; 'open' is its undo. */
export const keepPromise = defineMutation({
  name: 'promise.keep',
  args: z.strictObject({ promiseId: RowId, outcome: z.enum(PROMISE_STATES), seen: SeenValue }),
  reads: ({ promiseId }) => ({ promise: one('promises', promiseId) }),
  may: () => true,
  plan: ({ promise }, { outcome }, context) => {
    if (promise.state === outcome) return []
    return [
      ...patchChanged('promises', promise, {
        state: outcome,
        closedAtMs: outcome === 'open' ? null : context.nowMs,
      }),
      recordEvent(context, {
        place: onCustomer(promise.customerId, promise.ticketId),
        type: 'promise.closed',
        facts: {
          promiseId: promise.id,
          before: promise.state,
          after: outcome,
          // The kept rate counts what was kept in time.
          inTime: outcome === 'kept' ? context.nowMs <= promise.dueAtMs : null,
        },
      }),
    ]
  },
  conflict: ({ promise }, { promiseId, outcome, seen }) =>
    conflictOf('changed-since', [
      { table: 'promises', id: promiseId, field: 'state', seen, mine: outcome, theirs: promise.state },
    ]),
  describe: ({ outcome }) => ({ key: 'describe.keepPromise', values: { outcome } }),
  insist: ({ promise }, args) => ({ ...args, seen: promise.state }),
  invert: ({ promise }, { promiseId, outcome }) => {
    const before = PROMISE_STATES.find(known => known === promise.state)
    return before && before !== outcome
      ? { name: 'promise.keep', args: { promiseId, outcome: before, seen: outcome } }
      : null
  },
})
