import { defineMutation, one } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { TagArgs } from './tag.ts'

/** Takes tags away; those that are not there any more are no trouble. */
export const untag = defineMutation({
  name: 'ticket.untag',
  args: TagArgs,
  reads: ({ ticketId }) => ({ ticket: one('tickets', ticketId) }),
  may: () => true,
  plan: ({ ticket }, { tags }, context) => {
    const taken = ticket.tags.filter(name => tags.includes(name))
    if (taken.length === 0) return []
    return [
      ...patchChanged('tickets', ticket, { tags: ticket.tags.filter(name => !tags.includes(name)) }),
      recordEvent(context, {
        place: onTicket(ticket),
        type: 'ticket.untagged',
        facts: { tags: taken.join(', ') },
      }),
    ]
  },
  describe: ({ tags }) => ({ key: 'describe.untag', values: { tags: tags.join(', ') } }),
  invert: ({ ticket }, { ticketId, tags }) => {
    const taken = ticket.tags.filter(name => tags.includes(name))
    return taken.length === 0 ? null : { name: 'ticket.tag', args: { ticketId, tags: taken } }
  },
})
