import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { STEP_STATES } from '../domain/plans.ts'
import type { Plan, PlanStep } from '../domain/plans.ts'
import { planEnds } from '../rules/plans/progress.ts'
import { authorOf, defineMutation, many, maybe, one } from './define.ts'
import type { Change, MutationContext } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

const kindOf = ({ kind }: PlanStep) => (kind === 'other' ? null : kind)

/** With its last step a plan is done; with a step taken up again it runs again. One that was called off stays so. */
function endOf(plan: Plan | null, steps: readonly PlanStep[], context: MutationContext): readonly Change[] {
  if (!plan || plan.state === 'cancelled' || plan.state === 'other') return []
  const state = planEnds(steps) ? 'done' : 'active'
  if (state === plan.state) return []
  return patchChanged('plans', plan, { state, endedAtMs: state === 'done' ? context.nowMs : null })
}

/** A step of a plan is done, is left out, or (as an undo) is open again: from either pane. */
export const closePlanStep = defineMutation({
  name: 'planStep.close',
  args: z.strictObject({ stepId: RowId, state: z.enum(STEP_STATES), seen: SeenValue }),
  reads: ({ stepId }) => ({ step: one('planSteps', stepId) }),
  alsoReads: ({ step }) => ({
    plan: maybe('plans', step.planId),
    steps: many('planSteps', { planId: step.planId }),
  }),
  may: () => true,
  plan: ({ step, plan, steps }, { state }, context) => {
    if (step.state === state) return []
    const isOpen = state === 'open'
    const fields = {
      state,
      closedAtMs: isOpen ? null : context.nowMs,
      closedBy: isOpen ? null : authorOf(context),
    }
    const after = steps.map(each => (each.id === step.id ? { ...each, state } : each))
    return [
      ...patchChanged('planSteps', step, fields),
      ...endOf(plan, after, context),
      recordEvent(context, {
        place: { ...onCustomer(step.customerId, step.ticketId), kind: kindOf(step) },
        type: 'plan.step-closed',
        facts: { planId: step.planId, stepId: step.id, before: step.state, after: state },
      }),
    ]
  },
  conflict: ({ step }, { stepId, state, seen }) =>
    conflictOf('changed-since', [
      { table: 'planSteps', id: stepId, field: 'state', seen, mine: state, theirs: step.state },
    ]),
  describe: ({ state }) => ({ key: 'describe.closePlanStep', values: { state } }),
  insist: ({ step }, args) => ({ ...args, seen: step.state }),
  invert: ({ step }, { stepId, state }) => {
    const before = STEP_STATES.find(known => known === step.state)
    return before && before !== state
      ? { name: 'planStep.close', args: { stepId, state: before, seen: state } }
      : null
  },
})
