import { z } from 'zod'
import { AgentId, TicketId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onTicket, recordEvent } from './parts/events.ts'

/**
 * "I have it": from then on a person speaks with the customer, not the bot. `agentId` names who, or nobody: given back.
 * The first who says so has it; whoever comes later is asked.
 */
export const takeOver = defineMutation({
  name: 'ticket.takeOver',
  args: z.strictObject({ ticketId: TicketId, agentId: AgentId.nullable(), seen: SeenValue.nullable() }),
  reads: ({ ticketId }) => ({ takeover: one('takeovers', ticketId) }),
  may: (actor, { takeover }, { agentId }) =>
    agentId === actor.id || (agentId === null && (takeover.takenBy ?? actor.id) === actor.id),
  plan: ({ takeover }, { agentId }, context) =>
    takeover.takenBy === agentId
      ? []
      : [
          ...patchChanged('takeovers', takeover, {
            takenBy: agentId,
            takenAtMs: agentId === null ? null : context.nowMs,
          }),
          recordEvent(context, {
            place: onTicket({ id: takeover.ticketId, customerId: takeover.customerId }),
            facts: { bot: takeover.bot },
            ...(agentId === null ? { type: 'ticket.takeover-given-back' } : { type: 'ticket.taken-over' }),
          }),
        ],
  conflict: ({ takeover }, { agentId, seen }) =>
    conflictOf('taken', [
      {
        table: 'takeovers',
        id: takeover.id,
        field: 'takenBy',
        seen,
        mine: agentId,
        theirs: takeover.takenBy,
      },
    ]),
  describe: ({ agentId }) => ({
    key: agentId === null ? 'describe.giveBackTakeover' : 'describe.takeOver',
    values: {},
  }),
  insist: ({ takeover }, args) => ({ ...args, seen: takeover.takenBy }),
  invert: ({ takeover }, { ticketId, agentId }) =>
    takeover.takenBy === null && agentId !== null
      ? { name: 'ticket.takeOver', args: { ticketId, agentId: null, seen: agentId } }
      : null,
})
