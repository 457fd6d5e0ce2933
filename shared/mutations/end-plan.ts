import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { PLAN_STATES } from '../domain/plans.ts'
import { defineMutation, one } from './define.ts'
import { SeenValue } from './parts/args.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { onCustomer, recordEvent } from './parts/events.ts'

/** Ends a plan before its last step, or takes it up again; its steps stay as they are. */
export const endPlan = defineMutation({
  name: 'plan.end',
  args: z.strictObject({ planId: RowId, state: z.enum(PLAN_STATES), seen: SeenValue }),
  reads: ({ planId }) => ({ plan: one('plans', planId) }),
  may: () => true,
  plan: ({ plan }, { state }, context) =>
    plan.state === state
      ? []
      : [
          ...patchChanged('plans', plan, { state, endedAtMs: state === 'active' ? null : context.nowMs }),
          recordEvent(context, {
            place: { ...onCustomer(plan.customerId, plan.ticketId), kind: 'service' },
            type: 'plan.ended',
            facts: { planId: plan.id, name: plan.name, before: plan.state, after: state },
          }),
        ],
  conflict: ({ plan }, { planId, state, seen }) =>
    conflictOf('changed-since', [
      { table: 'plans', id: planId, field: 'state', seen, mine: state, theirs: plan.state },
    ]),
  describe: ({ state }) => ({ key: 'describe.endPlan', values: { state } }),
  insist: ({ plan }, args) => ({ ...args, seen: plan.state }),
  invert: ({ plan }, { planId, state }) => {
    const before = PLAN_STATES.find(known => known === plan.state)
    return before && before !== state
      ? { name: 'plan.end', args: { planId, state: before, seen: state } }
      : null
  },
})
