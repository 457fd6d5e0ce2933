import { z } from 'zod'
import { RowId } from '../domain/ids.ts'
import { defineMutation, maybe, one } from './define.ts'
import { NO_ROW, patchChanged } from './parts/changes.ts'

const MOST_STEPS = 60

/** Steps a new agent has done, as their own acts show or as they say, and whether the list is put aside. */
export const markFirstSteps = defineMutation({
  name: 'firstSteps.mark',
  args: z.strictObject({
    stepsId: RowId,
    done: z.array(z.string().min(1).max(60)).max(MOST_STEPS),
    undone: z.array(z.string().min(1).max(60)).max(MOST_STEPS),
    /** Null: as it is. */
    isHidden: z.boolean().nullable(),
  }),
  reads: ({ stepsId }) => ({ row: one('firstSteps', stepsId) }),
  alsoReads: ({ row }) => ({ twin: maybe('firstSteps', row.twinId ?? NO_ROW) }),
  may: (actor, { row }) => row.agentId === actor.id && row.newAgentId === actor.id,
  plan: ({ row, twin }, { done, undone, isHidden }, { nowMs }) => {
    const all = { ...row.done }
    for (const key of done) all[key] ??= nowMs
    for (const key of undone) delete all[key]
    const fields = { done: all, isHidden: isHidden ?? row.isHidden }
    const isPair = twin !== null && twin.twinId === row.id
    return [
      ...patchChanged('firstSteps', row, fields),
      ...(isPair ? patchChanged('firstSteps', twin, fields) : []),
    ]
  },
  describe: () => ({ key: 'describe.markFirstSteps', values: {} }),
})
