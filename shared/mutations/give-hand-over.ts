import { z } from 'zod'
import { AgentId, RowId, TeamId, TicketId } from '../domain/ids.ts'
import { WORK_KINDS } from '../domain/values.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { Prose } from './parts/args.ts'
import { onTicket, recordEvent } from './parts/events.ts'

/**
 * Tells whoever takes over what they have to know. Who owns what afterwards is said by the intents it travels with:
 * relabelling and assigning keep their own conflict rules.
 */
export const giveHandOver = defineMutation({
  name: 'handOver.give',
  args: z.strictObject({
    handOverId: RowId,
    ticketId: TicketId,
    fromKind: z.enum(WORK_KINDS).nullable(),
    toKind: z.enum(WORK_KINDS),
    toAgentId: AgentId.nullable(),
    toTeamId: TeamId.nullable(),
    note: Prose,
    isQuestion: z.boolean(),
  }),
  reads: ({ ticketId, handOverId }) => ({
    ticket: one('tickets', ticketId),
    existing: maybe('handOvers', handOverId),
  }),
  may: () => true,
  plan: ({ ticket, existing }, { handOverId, ...given }, context) =>
    existing
      ? []
      : [
          insert('handOvers', {
            ...given,
            id: handOverId,
            customerId: ticket.customerId,
            byAgentId: authorOf(context),
            atMs: context.nowMs,
            takenBy: null,
            takenAtMs: null,
          }),
          recordEvent(context, {
            place: onTicket(ticket),
            type: given.isQuestion ? 'hand-over.asked' : 'hand-over.given',
            facts: {
              handOverId,
              kind: given.toKind,
              assigneeAfter: given.toAgentId,
              teamAfter: given.toTeamId,
            },
          }),
        ],
  describe: ({ toKind, isQuestion }) => ({
    key: isQuestion ? 'describe.askPane' : 'describe.handOver',
    values: { kind: toKind },
  }),
})
