import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { defineMutation, maybe, one, remove } from './define.ts'
import { NO_ROW } from './parts/changes.ts'
import { onTicket, recordEvent } from './parts/events.ts'

/** Takes a known issue off a ticket; a link that is gone already is no trouble. */
export const unlinkIssue = defineMutation({
  name: 'ticket.unlinkIssue',
  args: z.strictObject({ linkId: RowId, ticketId: TicketId }),
  reads: ({ linkId, ticketId }) => ({
    ticket: one('tickets', ticketId),
    link: maybe('issueLinks', linkId),
  }),
  alsoReads: ({ link }) => ({ issue: maybe('knownIssues', link?.issueId ?? NO_ROW) }),
  may: (_actor, { ticket, link }) => link === null || link.ticketId === ticket.id,
  plan: ({ ticket, link, issue }, { linkId }, context) =>
    link
      ? [
          remove('issueLinks', linkId),
          recordEvent(context, {
            place: onTicket(ticket),
            type: 'ticket.issue-unlinked',
            facts: { issueId: link.issueId, issue: issue?.code ?? null },
          }),
        ]
      : [],
  describe: () => ({ key: 'describe.unlinkIssue', values: {} }),
  invert: ({ link }) =>
    link && {
      name: 'ticket.linkIssue',
      args: { linkId: link.id, ticketId: link.ticketId, issueId: link.issueId },
    },
})
