import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { isGuest } from '../rules/guests/what-guests-may.ts'
import { defineMutation, maybe, remove } from './define.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { keptFacts } from './parts/kept-words.ts'

/** Takes a question or a step away that was written down by mistake; one that is gone already is no trouble. */
export const removeAskedTried = defineMutation({
  name: 'askedTried.remove',
  args: z.strictObject({ entryId: RowId }),
  reads: ({ entryId }) => ({ entry: maybe('askedTried', entryId) }),
  // What a message or a guide says stays as long as they do.
  may: (_actor, { entry }) => entry === null || entry.source === 'agent' || entry.source === 'message',
  plan: ({ entry }, { entryId }, context) => {
    if (!entry) return []
    const removed = remove('askedTried', entryId)
    if (!isGuest(context.actor.role)) return [removed]
    // What a guest takes away is on record, and can be brought back whole.
    const { words, outcome } = entry
    const facts = { entryId, ...keptFacts(context, entryId, { words, outcome }) }
    const place = onCustomer(entry.customerId, entry.ticketId)
    return [removed, recordEvent(context, { place, type: 'ledger.removed', facts })]
  },
  describe: () => ({ key: 'describe.removeAskedTried', values: {} }),
  invert: ({ entry }) => {
    if (!entry || entry.source !== 'agent' || entry.kind === 'other' || entry.result === 'other') return null
    const { id: entryId, ticketId, kind, words, detailKey, result, outcome } = entry
    return {
      name: 'askedTried.add',
      args: { entryId, ticketId, kind, words, detailKey, result, outcome },
    }
  },
})
