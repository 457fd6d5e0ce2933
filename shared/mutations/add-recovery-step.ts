import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, insert, maybe, one } from './define.ts'
import { Line, Moment } from './parts/args.ts'
import { onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { recordEvent } from './parts/events.ts'

/** Another step of the plan for a complaint; with the first one it is recovering. */
export const addRecoveryStep = defineMutation({
  name: 'complaint.addStep',
  args: z.strictObject({ stepId: RowId, complaintId: RowId, title: Line.min(1), dueAtMs: Moment }),
  reads: ({ stepId, complaintId }) => ({
    complaint: one('complaints', complaintId),
    existing: maybe('recoverySteps', stepId),
  }),
  may: () => true,
  plan: ({ complaint, existing }, { stepId, complaintId, title, dueAtMs }, context) =>
    existing
      ? []
      : [
          insert('recoverySteps', {
            id: stepId,
            customerId: complaint.customerId,
            complaintId,
            title,
            dueAtMs,
            doneAtMs: null,
            doneBy: null,
          }),
          ...(complaint.state === 'open'
            ? patchChanged('complaints', complaint, { state: 'recovering' })
            : []),
          recordEvent(context, {
            place: onCase(complaint),
            type: 'complaint.step-added',
            facts: { complaintId, stepId, dueAtMs },
          }),
        ],
  describe: ({ title }) => ({ key: 'describe.addRecoveryStep', values: { title } }),
})
