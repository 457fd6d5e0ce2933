import { z } from 'zod'
import { TRY_RESULTS } from '../domain/diagnosis.ts'
import { RowId } from '../domain/ids.ts'
import { asGiven } from '../rules/guests/mask-contacts.ts'
import { authorOf, defineMutation, one } from './define.ts'
import { Line, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { asMeant, keptFacts, keptOn } from './parts/kept-words.ts'

/** Writes down the answer to a question, or how a step went; without both it is open again. */
export const closeAskedTried = defineMutation({
  name: 'askedTried.close',
  args: z.strictObject({
    entryId: RowId,
    result: z.enum(TRY_RESULTS).nullable(),
    outcome: Line.nullable(),
    /** What stood there when the agent looked. */
    seen: z.strictObject({ result: SeenValue.nullable(), outcome: Line.nullable() }),
  }),
  reads: ({ entryId }) => ({ entry: one('askedTried', entryId) }),
  alsoReads: ({ entry }, { outcome }) => ({ kept: keptOn(entry.ticketId, [outcome]) }),
  may: (_actor, { entry }, { result }) => (entry.kind === 'tried') === (result !== null),
  plan: ({ entry, kept }, { result, outcome: given }, context) => {
    const place = { rowId: entry.id, field: 'outcome', standing: entry.outcome, kept }
    const outcome = asMeant(context, given, place)
    if (entry.result === result && entry.outcome === outcome) return []
    const isClosed = entry.kind === 'tried' ? result !== 'not-tried' : outcome !== null
    const closing = isClosed
      ? { closedAtMs: context.nowMs, closedBy: authorOf(context) }
      : { closedAtMs: null, closedBy: null }
    return [
      ...patchChanged('askedTried', entry, { result, outcome, ...closing }),
      recordEvent(context, {
        place: onCustomer(entry.customerId, entry.ticketId),
        type: entry.kind === 'tried' ? 'ledger.result' : 'ledger.answered',
        facts: {
          entryId: entry.id,
          result,
          isAnswered: isClosed,
          ...keptFacts(context, entry.id, { outcome: entry.outcome === outcome ? null : entry.outcome }),
        },
      }),
    ]
  },
  conflict: ({ entry }, { entryId, result, outcome, seen }, { actor }) => {
    const on = { table: 'askedTried', id: entryId } as const
    return conflictOf('changed-since', [
      { ...on, field: 'result', seen: seen.result, mine: result, theirs: entry.result },
      {
        ...on,
        field: 'outcome',
        seen: seen.outcome,
        mine: outcome,
        theirs: asGiven(actor.role, entry.outcome),
      },
    ])
  },
  describe: ({ result, outcome }) => ({
    key: result === null ? 'describe.closeAsked' : 'describe.closeTried',
    values: { result: result ?? '', outcome: (outcome ?? '').slice(0, 80) },
  }),
  insist: ({ entry }, args) => ({ ...args, seen: { result: entry.result, outcome: entry.outcome } }),
  invert: ({ entry }, { entryId, result, outcome }) =>
    entry.result === 'other'
      ? null
      : {
          name: 'askedTried.close',
          args: { entryId, result: entry.result, outcome: entry.outcome, seen: { result, outcome } },
        },
})
