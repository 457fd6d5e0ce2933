import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, maybe, remove } from './define.ts'

/** Takes a question or a step away that was written down by mistake; one that is gone already is no trouble. */
export const removeAskedTried = defineMutation({
  name: 'askedTried.remove',
  args: z.strictObject({ entryId: RowId }),
  reads: ({ entryId }) => ({ entry: maybe('askedTried', entryId) }),
  // What a message or a guide says stays as long as they do.
  may: (_actor, { entry }) => entry === null || entry.source === 'agent' || entry.source === 'message',
  plan: ({ entry }, { entryId }) => (entry ? [remove('askedTried', entryId)] : []),
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
