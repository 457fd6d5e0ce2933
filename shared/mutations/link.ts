import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import type { TicketLink } from '../domain/tickets.ts'
import { LinkKind } from '../domain/values.ts'
import { authorOf, defineMutation, insert, many, maybe, one } from './define.ts'
import { onTicket, recordEvent } from './parts/events.ts'

const LinkArgs = z
  .strictObject({ linkId: RowId, ticketId: TicketId, otherTicketId: TicketId, kind: LinkKind })
  .refine(({ ticketId, otherTicketId }) => ticketId !== otherTicketId, {
    error: 'a ticket is not linked to itself',
  })

/** Kinds that say the same in both directions. */
const SYMMETRIC: ReadonlySet<string> = new Set(['related', 'duplicate'])

/** Joins two tickets: a union, so linking twice gives one link. The link lives with the first ticket's customer. */
export const link = defineMutation({
  name: 'ticket.link',
  args: LinkArgs,
  reads: ({ linkId, ticketId, otherTicketId }) => ({
    ticket: one('tickets', ticketId),
    other: one('tickets', otherTicketId),
    existing: maybe('ticketLinks', linkId),
    links: many('ticketLinks', { ticketId }),
    back: many('ticketLinks', { ticketId: otherTicketId }),
  }),
  may: () => true,
  plan: ({ ticket, existing, links, back }, { linkId, ticketId, otherTicketId, kind }, context) => {
    const says = (row: TicketLink, target: string): boolean =>
      row.kind === kind && row.otherTicketId === target
    const isLinked =
      links.some(row => says(row, otherTicketId)) ||
      (SYMMETRIC.has(kind) && back.some(row => says(row, ticketId)))
    if (existing || isLinked) return []
    return [
      insert('ticketLinks', {
        id: linkId,
        customerId: ticket.customerId,
        ticketId,
        otherTicketId,
        kind,
        createdBy: authorOf(context),
        createdAtMs: context.nowMs,
      }),
      recordEvent(context, {
        place: onTicket(ticket),
        type: 'ticket.linked',
        facts: { otherTicketId, kind },
      }),
    ]
  },
  describe: ({ kind, otherTicketId }) => ({ key: 'describe.link', values: { kind, otherTicketId } }),
  invert: ({ existing }, { linkId, ticketId }) =>
    existing ? null : { name: 'ticket.unlink', args: { linkId, ticketId } },
})
