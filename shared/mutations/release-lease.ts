import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { endLease } from './parts/leases.ts'

/** Gives a ticket back before its time. One that somebody has ended already is no trouble. */
export const releaseLease = defineMutation({
  name: 'lease.release',
  args: z.strictObject({ leaseId: RowId, ticketId: TicketId }),
  reads: ({ leaseId }) => ({ lease: one('leases', leaseId) }),
  may: (actor, { lease }, { ticketId }) => lease.agentId === actor.id && lease.ticketId === ticketId,
  plan: ({ lease }, _args, context) => endLease(lease, { type: 'ticket.lease-released' }, context),
  describe: () => ({ key: 'describe.releaseLease', values: {} }),
})
