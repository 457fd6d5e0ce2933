import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { authorOf, defineMutation, maybe, one } from './define.ts'
import { onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** A step of a plan is done, or not done after all. Two who tick it off mean the same: the first stays named. */
export const tickRecoveryStep = defineMutation({
  name: 'complaint.tickStep',
  args: z.strictObject({ stepId: RowId, isDone: z.boolean() }),
  reads: ({ stepId }) => ({ step: one('recoverySteps', stepId) }),
  alsoReads: ({ step }) => ({ complaint: maybe('complaints', step.complaintId) }),
  may: () => true,
  plan: ({ step, complaint }, { isDone }, context) =>
    (step.doneAtMs !== null) === isDone
      ? []
      : [
          ...patchChanged('recoverySteps', step, {
            doneAtMs: isDone ? context.nowMs : null,
            doneBy: isDone ? authorOf(context) : null,
          }),
          recordEvent(context, {
            place: complaint ? onCase(complaint) : onCustomer(step.customerId),
            type: isDone ? 'complaint.step-done' : 'complaint.step-reopened',
            facts: { complaintId: step.complaintId, stepId: step.id },
          }),
        ],
  describe: ({ isDone }) => ({ key: isDone ? 'describe.tickStep' : 'describe.untickStep', values: {} }),
  invert: ({ step }, { stepId, isDone }) =>
    (step.doneAtMs !== null) === isDone
      ? null
      : { name: 'complaint.tickStep', args: { stepId, isDone: !isDone } },
})
