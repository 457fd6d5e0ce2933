import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, many, maybe, one } from './define.ts'
import { onTicket, recordEvent } from './parts/events.ts'

/** Says that a ticket has a known issue: a union, so linking twice gives one link. */
export const linkIssue = defineMutation({
  name: 'ticket.linkIssue',
  args: z.strictObject({ linkId: RowId, ticketId: TicketId, issueId: RowId }),
  reads: ({ linkId, ticketId }) => ({
    ticket: one('tickets', ticketId),
    existing: maybe('issueLinks', linkId),
    links: many('issueLinks', { ticketId }),
  }),
  // Behind the ticket: whoever changes one of its states has it first, and counts the issue then.
  alsoReads: (_rows, { issueId }) => ({ issue: one('knownIssues', issueId) }),
  may: () => true,
  plan: ({ ticket, issue, existing, links }, { linkId, ticketId, issueId }, context) =>
    existing || links.some(row => row.issueId === issueId)
      ? []
      : [
          insert('issueLinks', {
            id: linkId,
            customerId: ticket.customerId,
            ticketId,
            issueId,
            createdBy: authorOf(context),
            createdAtMs: context.nowMs,
          }),
          recordEvent(context, {
            place: onTicket(ticket),
            type: 'ticket.issue-linked',
            facts: { issueId, issue: issue.code },
          }),
        ],
  describe: ({ issueId }) => ({ key: 'describe.linkIssue', values: { issueId } }),
  invert: ({ existing }, { linkId, ticketId }) =>
    existing ? null : { name: 'ticket.unlinkIssue', args: { linkId, ticketId } },
})
