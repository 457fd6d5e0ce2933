import { z } from 'zod'
import { RowId, TicketId } from '../domain/ids.ts'
import { beginning } from '../rules/guides/run-guide.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { onTicket, recordEvent } from './parts/events.ts'

/** Begins a guide on a ticket, with the version it has now. */
export const startGuideRun = defineMutation({
  name: 'guideRun.start',
  args: z.strictObject({ runId: RowId, ticketId: TicketId, guideId: RowId }),
  reads: ({ runId, ticketId, guideId }) => ({
    ticket: one('tickets', ticketId),
    guide: one('guides', guideId),
    existing: maybe('guideRuns', runId),
  }),
  may: () => true,
  plan: ({ ticket, guide, existing }, { runId, guideId }, context) => {
    if (existing) return []
    const { title, version } = guide
    return [
      insert('guideRuns', {
        ...beginning(guide),
        id: runId,
        customerId: ticket.customerId,
        ticketId: ticket.id,
        guideId,
        title,
        version,
        startedAtMs: context.nowMs,
        startedBy: authorOf(context),
        endedAtMs: null,
      }),
      recordEvent(context, {
        place: onTicket(ticket),
        type: 'guide.started',
        facts: { runId, guideId, guide: title, version },
      }),
    ]
  },
  describe: () => ({ key: 'describe.startGuide', values: {} }),
  invert: ({ existing }, { runId }) =>
    existing
      ? null
      : { name: 'guideRun.end', args: { runId, state: 'stopped', reason: null, seen: 'running' } },
})
