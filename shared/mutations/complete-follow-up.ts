import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { FOLLOW_UP_STATES } from '../domain/values.ts'
import { defineMutation, one } from './define.ts'
import { Prose, SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { hasMoved } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Ends a follow-up with its outcome, cancels it, or (as an undo) opens it again. */
export const completeFollowUp = defineMutation({
  name: 'followUp.complete',
  args: z.strictObject({
    followUpId: RowId,
    state: z.enum(FOLLOW_UP_STATES),
    outcome: Prose.nullable(),
    seen: SeenValue,
  }),
  reads: ({ followUpId }) => ({ followUp: one('followUps', followUpId) }),
  may: () => true,
  plan: ({ followUp }, { state, outcome }, context) => {
    if (followUp.state === state && followUp.outcome === outcome) return []
    const completedAtMs = state === 'open' ? null : context.nowMs
    return [
      ...patchChanged('followUps', followUp, { state, outcome, completedAtMs }),
      recordEvent(context, {
        place: onCustomer(followUp.customerId, followUp.ticketId),
        type: 'follow-up.completed',
        facts: { followUpId: followUp.id, before: followUp.state, after: state },
      }),
    ]
  },
  conflict: ({ followUp }, { followUpId, state, outcome, seen }) => {
    const on = { table: 'followUps', id: followUpId } as const
    // Somebody else ended it: their words and mine may both matter.
    const isSameEnd = followUp.state === state && followUp.outcome === outcome
    if (followUp.state === seen || isSameEnd) return null
    const stateField = { ...on, field: 'state', seen, mine: state, theirs: followUp.state }
    const outcomeField = { ...on, field: 'outcome', seen: null, mine: outcome, theirs: followUp.outcome }
    const fields = [stateField, outcomeField].filter(hasMoved)
    return fields.length === 0 ? null : { reason: 'changed-since', fields }
  },
  describe: ({ state, outcome }) => ({
    key: 'describe.completeFollowUp',
    values: { state, outcome: outcome ?? '' },
  }),
  insist: ({ followUp }, args) => ({ ...args, seen: followUp.state }),
  invert: ({ followUp }, { followUpId, state }) => {
    const before = FOLLOW_UP_STATES.find(known => known === followUp.state)
    return before
      ? {
          name: 'followUp.complete',
          args: { followUpId, state: before, outcome: followUp.outcome, seen: state },
        }
      : null
  },
})
