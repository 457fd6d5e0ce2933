import { z } from 'zod'
import { PURCHASE_STEPS } from '../domain/cases.ts'
import { RowId } from '../domain/ids.ts'
import { defineMutation, one } from './define.ts'
import { onCase } from './parts/cases.ts'
import { patchChanged } from './parts/changes.ts'
import { recordEvent } from './parts/events.ts'

/** A step of helping somebody to buy is done, or not: a union, so that two who do different steps keep both. */
export const stepNeed = defineMutation({
  name: 'need.step',
  args: z.strictObject({ needId: RowId, step: z.enum(PURCHASE_STEPS), isDone: z.boolean() }),
  reads: ({ needId }) => ({ need: one('needs', needId) }),
  may: () => true,
  plan: ({ need }, { step, isDone }, context) => {
    if (need.steps.includes(step) === isDone) return []
    const others = need.steps.filter(each => each !== step)
    return [
      ...patchChanged('needs', need, { steps: isDone ? [...others, step] : others }),
      recordEvent(context, {
        place: onCase(need),
        type: isDone ? 'need.step-done' : 'need.step-reopened',
        facts: { needId: need.id, purchaseStep: step },
      }),
    ]
  },
  describe: ({ step }) => ({ key: 'describe.stepNeed', values: { step } }),
  invert: ({ need }, { needId, step, isDone }) =>
    need.steps.includes(step) === isDone
      ? null
      : { name: 'need.step', args: { needId, step, isDone: !isDone } },
})
