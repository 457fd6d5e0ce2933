import { z } from 'zod'
import { AgentId, RowId, TicketId } from '../domain/ids.ts'
import type { Lease, Ticket } from '../domain/tickets.ts'
import {
  isOpenEnded,
  isRunning,
  latestLease,
  leasesOfOthers,
  LONGEST_LEASE_MS,
  SHORTEST_LEASE_MS,
} from '../rules/leases.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, many, maybe, one } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { FIRST_EVENT, onTicket, recordEvent } from './parts/events.ts'
import { endLease } from './parts/leases.ts'

const TakeLeaseArgs = z.strictObject({
  leaseId: RowId,
  ticketId: TicketId,
  /** Names the acting agent, so that a later look can tell their leases from others'. */
  agentId: AgentId,
  /** From the moment the agent acts, whenever it reaches the hub. */
  forMs: z.int().min(SHORTEST_LEASE_MS).max(LONGEST_LEASE_MS),
  /** The lease of a colleague that was on the screen, to be ended by this one; null: none was. */
  seen: RowId.nullable(),
})
type TakeLeaseArgs = z.infer<typeof TakeLeaseArgs>

const openLeasesOfOthers = (leases: readonly Lease[], agentId: string): readonly Lease[] =>
  leases.filter(lease => lease.agentId !== agentId && isOpenEnded(lease))

function lay(ticket: Ticket, args: TakeLeaseArgs, context: MutationContext): readonly Change[] {
  const untilMs = context.nowMs + args.forMs
  const lease = {
    id: args.leaseId,
    customerId: ticket.customerId,
    ticketId: ticket.id,
    agentId: args.agentId,
    takenAtMs: context.nowMs,
    untilMs,
    endedAtMs: null,
    endedBy: null,
  }
  const leased = { place: onTicket(ticket), type: 'ticket.leased', facts: { untilMs } }
  return [insert('leases', lease), recordEvent(context, leased)]
}

/**
 * "I work on this while nobody can see me": an agent who goes offline holds a ticket until a moment of the hub's clock.
 * It warns others, it never stops them. The first one accepted wins; only who supervises may take it from a colleague.
 * An own lease that runs is made longer or shorter instead. One that is over when it arrives changes nothing.
 */
export const takeLease = defineMutation({
  name: 'lease.take',
  args: TakeLeaseArgs,
  reads: ({ leaseId, ticketId }) => ({
    ticket: one('tickets', ticketId),
    existing: maybe('leases', leaseId),
    leases: many('leases', { ticketId }),
  }),
  may: (actor, { leases }, { agentId, seen }) => {
    const isOfAnother = openLeasesOfOthers(leases, agentId).some(({ id }) => id === seen)
    return actor.id === agentId && (!isOfAnother || maySupervise(actor.role))
  },
  plan: ({ ticket, existing, leases }, args, context) => {
    const nowMs = context.acceptedAtMs ?? context.nowMs
    const untilMs = context.nowMs + args.forMs
    if (existing || untilMs <= nowMs) return []
    const own = leases.filter(lease => lease.agentId === args.agentId && isRunning(lease, nowMs))
    const mine = latestLease(own)
    if (mine) return patchChanged('leases', mine, { untilMs })
    const ended = leases.find(({ id }) => id === args.seen)
    return [
      ...(ended ? endLease(ended, { type: 'ticket.lease-broken', index: FIRST_EVENT + 1 }, context) : []),
      ...lay(ticket, args, context),
    ]
  },
  conflict: ({ existing, leases }, { agentId, seen }, { nowMs, acceptedAtMs }) => {
    const held = latestLease(leasesOfOthers(leases, { agentId, nowMs: acceptedAtMs ?? nowMs }))
    if (!held || existing || held.id === seen) return null
    const on = { table: 'leases' as const, id: held.id, field: 'agentId' }
    return conflictOf('taken', [{ ...on, seen: null, mine: agentId, theirs: held.agentId }])
  },
  describe: ({ forMs }) => ({
    key: 'describe.takeLease',
    values: { hours: Math.round((forMs / 3_600_000) * 10) / 10 },
  }),
  insist: ({ leases }, args) => ({
    ...args,
    seen: latestLease(openLeasesOfOthers(leases, args.agentId))?.id ?? null,
  }),
  invert: ({ existing, leases }, { leaseId, ticketId, agentId }) =>
    existing || leases.some(lease => lease.agentId === agentId && isOpenEnded(lease))
      ? null
      : { name: 'lease.release', args: { leaseId, ticketId } },
})
