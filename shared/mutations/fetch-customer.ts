import { z } from 'zod'
import { AgentId, CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { LONGEST_KEEP_MS } from '../rules/scope-policy.ts'
import { defineMutation, insert, many, maybe } from './define.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'

const FetchArgs = z
  .strictObject({
    keepId: RowId,
    agentId: AgentId,
    customerId: CustomerId.nullable(),
    /** Asks for the customer of this ticket. */
    ticketId: TicketId.nullable(),
    /** From the moment the hub takes it. */
    forMs: z.int().min(60_000).max(LONGEST_KEEP_MS),
  })
  .refine(({ customerId, ticketId }) => customerId !== null || ticketId !== null, {
    error: 'a customer or a ticket is named',
  })

/**
 * "I want this customer here although it is beyond my scope": the hub sends the whole customer and takes it away again
 * when the time is over. Asked for offline it is fetched with the next connection. Of a customer that is kept already
 * the time is made longer. A customer or ticket the hub does not know changes nothing.
 */
export const fetchCustomer = defineMutation({
  name: 'keep.fetch',
  args: FetchArgs,
  reads: ({ keepId, agentId, customerId, ticketId }) => ({
    existing: maybe('keeps', keepId),
    ticket: maybe('tickets', ticketId ?? NO_ROW),
    customer: maybe('customers', customerId ?? NO_ROW),
    mine: many('keeps', { agentId }),
  }),
  may: (actor, _rows, { agentId }) => actor.id === agentId,
  plan: ({ existing, ticket, customer, mine }, args, { nowMs, acceptedAtMs, side }) => {
    if (existing) return []
    const { keepId: id, agentId, ticketId } = args
    const customerId = ticket?.customerId ?? customer?.id ?? (side === 'laptop' ? args.customerId : null)
    if (side === 'hub' && customerId === null) return []
    const fetchedAtMs = acceptedAtMs ?? nowMs
    const untilMs = fetchedAtMs + args.forMs
    // Only the hub knows all of them: a laptop shows what was asked for until it has answered.
    const held = side === 'hub' ? mine.find(keep => keep.customerId === customerId) : undefined
    if (held) return held.untilMs >= untilMs ? [] : patchChanged('keeps', held, { untilMs })
    return [insert('keeps', { id, agentId, customerId, ticketId, fetchedAtMs, untilMs })]
  },
  describe: ({ ticketId }) => ({
    key: ticketId === null ? 'describe.fetchCustomer' : 'describe.fetchTicket',
    values: {},
  }),
})
