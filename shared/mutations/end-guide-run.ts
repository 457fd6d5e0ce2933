import { z } from 'zod'
import { RUN_STATES } from '../domain/guides.ts'
import { RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { Line, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'
import { asMeant, keptFacts, keptOn } from './parts/kept-words.ts'

/** Ends a guide before its end, or as finished where nothing required is left; or takes it up again. */
export const endGuideRun = defineMutation({
  name: 'guideRun.end',
  args: z.strictObject({
    runId: RowId,
    state: z.enum(RUN_STATES),
    /** Why, in the agent's words. */
    reason: Line.nullable(),
    seen: SeenValue,
  }),
  reads: ({ runId }) => ({ run: one('guideRuns', runId) }),
  alsoReads: ({ run }, { reason }) => ({ kept: keptOn(run.ticketId, [reason]) }),
  may: () => true,
  plan: ({ run, kept }, { state, reason: given }, context) => {
    if (run.state === state) return []
    const reason = asMeant(context, given, { rowId: run.id, field: 'outcome', standing: run.outcome, kept })
    const endedAtMs = state === 'running' ? null : context.nowMs
    const outcome = state === 'running' ? null : (reason ?? (state === 'finished' ? 'done' : null))
    const type = state === 'running' ? 'guide.resumed' : `guide.${state}`
    return [
      ...patchChanged('guideRuns', run, { state, outcome, endedAtMs }),
      recordEvent(context, {
        place: onCustomer(run.customerId, run.ticketId),
        type,
        facts: {
          runId: run.id,
          guide: run.title,
          outcome: null,
          ...keptFacts(context, run.id, { outcome: run.outcome }),
        },
      }),
    ]
  },
  conflict: ({ run }, { runId, state, seen }) =>
    conflictOf('changed-since', [
      { table: 'guideRuns', id: runId, field: 'state', seen, mine: state, theirs: run.state },
    ]),
  describe: ({ state }) => ({ key: 'describe.endGuide', values: { state } }),
  insist: ({ run }, args) => ({ ...args, seen: run.state }),
  invert: ({ run }, { runId, state }) =>
    run.state === 'other' || run.state === state
      ? null
      : { name: 'guideRun.end', args: { runId, state: run.state, reason: run.outcome, seen: state } },
})
