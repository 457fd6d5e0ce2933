import { z } from 'zod'
import { TaughtWeight, TRIAGE_WEIGHTS_ID } from '../domain/triage-weights.ts'
import { MOST_CORRECTIONS } from '../rules/triage/corrections.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { patchChanged } from './parts/changes.ts'

/** Puts what the hub has learnt from the workspace's decisions in place of what stood there. */
export const learnTriage = defineMutation({
  name: 'triage.learn',
  decidedBy: 'hub',
  args: z.strictObject({
    model: z.string().min(1).max(100),
    basis: z.string().max(100),
    lessons: z.int().min(0),
    weights: z.array(TaughtWeight).max(MOST_CORRECTIONS),
  }),
  reads: () => ({ standing: maybe('triageWeights', TRIAGE_WEIGHTS_ID) }),
  may: actor => isAutomation(actor),
  plan: ({ standing }, learnt, { nowMs }) => {
    if (!standing) return [insert('triageWeights', { id: TRIAGE_WEIGHTS_ID, ...learnt, updatedAtMs: nowMs })]
    if (patchChanged('triageWeights', standing, learnt).length === 0) return []
    return patchChanged('triageWeights', standing, { ...learnt, updatedAtMs: nowMs })
  },
  describe: ({ lessons }) => ({ key: 'describe.learnTriage', values: { lessons } }),
})
