import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { isOpenEnded } from '../rules/leases.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, isAutomation, one } from './define.ts'
import { Moment } from './parts/args.ts'
import { conflictOf } from './parts/conflicts.ts'
import { endLease } from './parts/leases.ts'

/**
 * Who supervises frees a ticket that a colleague holds from afar; the holder is told at their next look. Asks when the
 * lease was made longer or shorter since: it may be worked on again.
 */
export const breakLease = defineMutation({
  name: 'lease.break',
  args: z.strictObject({ leaseId: RowId, ticketId: TicketId, seen: Moment }),
  reads: ({ leaseId }) => ({ lease: one('leases', leaseId) }),
  may: (actor, { lease }, { ticketId }) =>
    (isAutomation(actor) || maySupervise(actor.role)) && lease.ticketId === ticketId,
  plan: ({ lease }, _args, context) => endLease(lease, { type: 'ticket.lease-broken' }, context),
  conflict: ({ lease }, { seen }) =>
    isOpenEnded(lease)
      ? conflictOf('changed-since', [
          { table: 'leases', id: lease.id, field: 'untilMs', seen, mine: null, theirs: lease.untilMs },
        ])
      : null,
  describe: () => ({ key: 'describe.breakLease', values: {} }),
  insist: ({ lease }, args) => ({ ...args, seen: lease.untilMs }),
})
