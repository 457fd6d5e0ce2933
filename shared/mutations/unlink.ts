import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { LINK_KINDS } from '../domain/values.ts'
import { defineMutation, maybe, one, remove } from './define.ts'
import { onTicket, recordEvent } from './parts/events.ts'

/** Takes a link away; one that is gone already is no trouble. `ticketId` is the ticket the link belongs to. */
export const unlink = defineMutation({
  name: 'ticket.unlink',
  args: z.strictObject({ linkId: RowId, ticketId: TicketId }),
  reads: ({ linkId, ticketId }) => ({ ticket: one('tickets', ticketId), link: maybe('ticketLinks', linkId) }),
  may: (_actor, { ticket, link }) => link === null || link.ticketId === ticket.id,
  plan: ({ ticket, link }, { linkId }, context) =>
    link
      ? [
          remove('ticketLinks', linkId),
          recordEvent(context, {
            place: onTicket(ticket),
            type: 'ticket.unlinked',
            facts: { otherTicketId: link.otherTicketId, kind: link.kind },
          }),
        ]
      : [],
  describe: () => ({ key: 'describe.unlink', values: {} }),
  invert: ({ link }) => {
    const kind = LINK_KINDS.find(known => known === link?.kind)
    if (!link || !kind) return null
    const { id: linkId, ticketId, otherTicketId } = link
    return { name: 'ticket.link', args: { linkId, ticketId, otherTicketId, kind } }
  },
})
