import { z } from 'zod'
import { AgentId, RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { edit, Moment } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const EditPlanStepArgs = z.strictObject({
  stepId: RowId,
  due: edit(Moment, Moment).nullable(),
  owner: edit(AgentId.nullable(), AgentId.nullable()).nullable(),
})
type EditPlanStepArgs = z.infer<typeof EditPlanStepArgs>

const fieldsOf = ({ due, owner }: EditPlanStepArgs) => ({
  ...(due ? { dueAtMs: due.value } : {}),
  ...(owner ? { ownerId: owner.value } : {}),
})

/** Another time or another owner for a step. One that is closed stays as it is. */
export const editPlanStep = defineMutation({
  name: 'planStep.edit',
  args: EditPlanStepArgs,
  reads: ({ stepId }) => ({ step: one('planSteps', stepId) }),
  may: () => true,
  plan: ({ step }, args, context) => {
    const changes = step.state === 'open' ? patchChanged('planSteps', step, fieldsOf(args)) : []
    if (changes.length === 0) return []
    const dueAtMs = args.due?.value ?? step.dueAtMs
    return [
      ...changes,
      recordEvent(context, {
        place: {
          ...onCustomer(step.customerId, step.ticketId),
          kind: step.kind === 'other' ? null : step.kind,
        },
        type: 'plan.step-moved',
        facts: { planId: step.planId, stepId: step.id, dueBeforeMs: step.dueAtMs, dueAtMs },
      }),
    ]
  },
  conflict: ({ step }, { stepId, due, owner }) => {
    if (step.state !== 'open') return null
    const on = { table: 'planSteps', id: stepId } as const
    return conflictOf('changed-since', [
      ...(due ? [{ ...on, field: 'dueAtMs', seen: due.seen, mine: due.value, theirs: step.dueAtMs }] : []),
      ...(owner
        ? [{ ...on, field: 'ownerId', seen: owner.seen, mine: owner.value, theirs: step.ownerId }]
        : []),
    ])
  },
  describe: ({ due }) =>
    due
      ? { key: 'describe.movePlanStep', values: { dueAtMs: due.value } }
      : { key: 'describe.givePlanStep', values: {} },
  insist: ({ step }, { due, owner, ...rest }) => ({
    ...rest,
    due: due && { ...due, seen: step.dueAtMs },
    owner: owner && { ...owner, seen: step.ownerId },
  }),
  invert: ({ step }, { stepId, due, owner }) => ({
    name: 'planStep.edit',
    args: {
      stepId,
      due: due && { seen: due.value, value: step.dueAtMs },
      owner: owner && { seen: owner.value, value: step.ownerId },
    },
  }),
})
