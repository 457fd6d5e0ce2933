import { z } from 'zod'
import { FEEDBACK_STATES } from '../domain/feedback.ts'
import { RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** What became of what a customer said: passed on, done, declined. */
export const setFeedbackState = defineMutation({
  name: 'feedback.setState',
  args: z.strictObject({ feedbackId: RowId, state: z.enum(FEEDBACK_STATES), seen: SeenValue }),
  reads: ({ feedbackId }) => ({ feedback: one('feedback', feedbackId) }),
  may: () => true,
  plan: ({ feedback }, { state }, context) =>
    feedback.state === state
      ? []
      : [
          ...patchChanged('feedback', feedback, { state }),
          recordEvent(context, {
            place: {
              ...onCustomer(feedback.customerId, feedback.ticketId),
              kind: feedback.kind === 'product' ? 'support' : 'service',
            },
            type: 'feedback.state-changed',
            facts: { feedbackId: feedback.id, area: feedback.area, before: feedback.state, after: state },
          }),
        ],
  conflict: ({ feedback }, { feedbackId, state, seen }) =>
    conflictOf('changed-since', [
      { table: 'feedback', id: feedbackId, field: 'state', seen, mine: state, theirs: feedback.state },
    ]),
  describe: ({ state }) => ({ key: 'describe.setFeedbackState', values: { feedbackState: state } }),
  insist: ({ feedback }, args) => ({ ...args, seen: feedback.state }),
  invert: ({ feedback }, { feedbackId, state }) => {
    const before = FEEDBACK_STATES.find(known => known === feedback.state)
    return before && before !== state
      ? { name: 'feedback.setState', args: { feedbackId, state: before, seen: state } }
      : null
  },
})
