import { z } from 'zod'
import { TicketId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { TagList } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { onTicket, recordEvent } from './parts/events.ts'

export const TagArgs = z.strictObject({ ticketId: TicketId, tags: TagList })

/** Adds tags: a union, so it never conflicts and may be replayed. */
export const tag = defineMutation({
  name: 'ticket.tag',
  args: TagArgs,
  reads: ({ ticketId }) => ({ ticket: one('tickets', ticketId) }),
  may: () => true,
  plan: ({ ticket }, { tags }, context) => {
    const added = [...new Set(tags)].filter(name => !ticket.tags.includes(name))
    if (added.length === 0) return []
    return [
      ...patchChanged('tickets', ticket, { tags: [...ticket.tags, ...added] }),
      recordEvent(context, {
        place: onTicket(ticket),
        type: 'ticket.tagged',
        facts: { tags: added.join(', ') },
      }),
    ]
  },
  describe: ({ tags }) => ({ key: 'describe.tag', values: { tags: tags.join(', ') } }),
  invert: ({ ticket }, { ticketId, tags }) => {
    const added = tags.filter(name => !ticket.tags.includes(name))
    return added.length === 0 ? null : { name: 'ticket.untag', args: { ticketId, tags: added } }
  },
})
