import { z } from 'zod'
import { ENTRY_KINDS, TRY_RESULTS } from '../domain/diagnosis.ts'
import { RowId, TicketId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { Line, PersonName } from './parts/args.ts'
import { onTicket, recordEvent } from './parts/events.ts'
import { asMeant, keptOn } from './parts/kept-words.ts'

/** A question that was asked outside of a reply, or a step that was taken, so that nobody does it twice unknowing. */
export const addAskedTried = defineMutation({
  name: 'askedTried.add',
  args: z.strictObject({
    entryId: RowId,
    ticketId: TicketId,
    kind: z.enum(ENTRY_KINDS),
    words: Line.min(1),
    detailKey: PersonName.nullable(),
    /** Of a step; null of a question. */
    result: z.enum(TRY_RESULTS).nullable(),
    /** The answer, or what happened. */
    outcome: Line.nullable(),
  }),
  reads: ({ entryId, ticketId }) => ({
    ticket: one('tickets', ticketId),
    existing: maybe('askedTried', entryId),
  }),
  alsoReads: ({ ticket }, { words, outcome }) => ({ kept: keptOn(ticket.id, [words, outcome]) }),
  may: (_actor, _rows, { kind, result }) => (kind === 'tried') === (result !== null),
  plan: ({ ticket, existing, kept }, { entryId, kind, detailKey, result, ...given }, context) => {
    if (existing) return []
    // A guest who brings back what they took away does not know what was masked in it.
    const meant = <T>(field: string, words: T): T | string =>
      asMeant(context, words, { rowId: entryId, field, standing: null, kept })
    const words = meant('words', given.words)
    const outcome = meant('outcome', given.outcome)
    const isClosed = kind === 'tried' ? result !== 'not-tried' : outcome !== null
    const row = insert('askedTried', {
      id: entryId,
      customerId: ticket.customerId,
      ticketId: ticket.id,
      kind,
      words,
      detailKey,
      result,
      outcome,
      source: 'agent',
      messageId: null,
      runId: null,
      stepId: null,
      agentId: authorOf(context),
      atMs: context.nowMs,
      closedAtMs: isClosed ? context.nowMs : null,
      closedBy: isClosed ? authorOf(context) : null,
    })
    const facts = { entryId, result, isAnswered: isClosed }
    return [row, recordEvent(context, { place: onTicket(ticket), type: `ledger.${kind}`, facts })]
  },
  describe: ({ kind, words }) => ({
    key: kind === 'asked' ? 'describe.addAsked' : 'describe.addTried',
    values: { words: words.slice(0, 80) },
  }),
  invert: ({ existing }, { entryId }) => (existing ? null : { name: 'askedTried.remove', args: { entryId } }),
})
