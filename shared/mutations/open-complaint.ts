import { z } from 'zod'
import { SEVERITIES } from '../domain/cases.ts'
import { AgentId, CustomerId, RowId, TicketId } from '../domain/ids.ts'
import { authorOf, defineMutation, insert, maybe, one } from './define.ts'
import { Line, Moment } from './parts/args.ts'
import { onCase } from './parts/cases.ts'
import { recordEvent } from './parts/events.ts'

const MOST_STEPS = 20

/** A complaint with its owner and the plan to win the customer back. */
export const openComplaint = defineMutation({
  name: 'complaint.open',
  args: z.strictObject({
    complaintId: RowId,
    customerId: CustomerId,
    ticketId: TicketId.nullable(),
    title: Line.min(1),
    severity: z.enum(SEVERITIES),
    ownerId: AgentId.nullable(),
    mentionsReview: z.boolean(),
    steps: z.array(z.strictObject({ stepId: RowId, title: Line.min(1), dueAtMs: Moment })).max(MOST_STEPS),
  }),
  reads: ({ complaintId, customerId }) => ({
    customer: one('customers', customerId),
    existing: maybe('complaints', complaintId),
  }),
  may: () => true,
  plan: ({ existing }, { complaintId, steps, ...given }, context) =>
    existing
      ? []
      : [
          insert('complaints', {
            ...given,
            id: complaintId,
            state: steps.length > 0 ? 'recovering' : 'open',
            outcome: null,
            openedBy: authorOf(context),
            openedAtMs: context.nowMs,
            closedAtMs: null,
          }),
          ...steps.map(({ stepId, title, dueAtMs }) =>
            insert('recoverySteps', {
              id: stepId,
              customerId: given.customerId,
              complaintId,
              title,
              dueAtMs,
              doneAtMs: null,
              doneBy: null,
            }),
          ),
          recordEvent(context, {
            place: onCase(given),
            type: 'complaint.opened',
            facts: { complaintId, severity: given.severity, steps: steps.length },
          }),
        ],
  describe: ({ title }) => ({ key: 'describe.openComplaint', values: { title } }),
  invert: ({ existing }, { complaintId }) =>
    existing
      ? null
      : {
          name: 'complaint.edit',
          args: { complaintId, fields: [{ field: 'state', seen: 'open', value: 'withdrawn' }] },
        },
})
