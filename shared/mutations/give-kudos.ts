import { z } from 'zod'
import { AgentId, RowId, TicketId } from '../domain/ids.ts'
import { isGuest } from '../rules/guests/what-guests-may.ts'
import { authorOf, defineMutation, insert, isAutomation, maybe, one } from './define.ts'
import { NO_ROW } from './parts/changes.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { cleaned, FewWords, knownOf, readPerson } from './parts/training.ts'

/**
 * Thanks a colleague, for the whole team to read; guests for work on a ticket of theirs. The ticket it was about learns of it as an event; the words hold
 * nothing of its person.
 */
export const giveKudos = defineMutation({
  name: 'kudos.give',
  args: z.strictObject({
    kudosId: RowId,
    toId: AgentId,
    ticketId: TicketId.nullable(),
    words: FewWords,
  }),
  reads: ({ kudosId, toId, ticketId }) => ({
    existing: maybe('kudos', kudosId),
    to: one('agents', toId),
    ticket: ticketId === null ? maybe('tickets', NO_ROW) : one('tickets', ticketId),
  }),
  alsoReads: ({ ticket }) => readPerson(ticket),
  // A guest's words are cleaned of a person the hub knows, and end with their time on the ticket.
  may: (actor, { to }, { words, ticketId }) =>
    !isAutomation(actor) &&
    to.id !== actor.id &&
    words.trim() !== '' &&
    (ticketId !== null || !isGuest(actor.role)),
  plan: ({ existing, ticket, ...person }, { kudosId, toId, words }, context) => {
    if (existing) return []
    const known = knownOf(person, ticket)
    const row = {
      id: kudosId,
      fromId: authorOf(context),
      toId,
      words: cleaned(words, known),
      atMs: context.nowMs,
    }
    if (!ticket) return [insert('kudos', row)]
    return [
      insert('kudos', row),
      recordEvent(context, { place: onTicket(ticket), type: 'kudos.given', facts: { kudosId, toId } }),
    ]
  },
  describe: ({ toId }) => ({ key: 'describe.giveKudos', values: { toId } }),
  invert: ({ existing }, { kudosId }) => (existing ? null : { name: 'kudos.takeBack', args: { kudosId } }),
})
