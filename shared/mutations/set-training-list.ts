import { z } from 'zod'
import { TRAINING_LIST_KEYS, trainingListId } from '../domain/training.ts'
import type { TrainingList } from '../domain/training.ts'
import { maySupervise } from '../rules/supervising.ts'
import { defineMutation, insert, isAutomation, maybe } from './define.ts'
import { patchChanged } from './parts/changes.ts'
import { conflictOf } from './parts/conflicts.ts'
import { ShortLine } from './parts/training.ts'

const MOST_ITEMS = 60
const Items = z.array(z.strictObject({ id: z.string().min(1).max(40), text: ShortLine })).max(MOST_ITEMS)

const versionOf = (row: TrainingList | null): number => row?.version ?? 0

/** What the team looks at in an answer, or its own first steps. Asks when somebody else has set them since. */
export const setTrainingList = defineMutation({
  name: 'trainingList.set',
  args: z.strictObject({
    key: z.enum(TRAINING_LIST_KEYS),
    /** The version the editor began with; 0: nobody had set it. */
    seen: z.int().min(0),
    items: Items,
  }),
  reads: ({ key }) => ({ row: maybe('trainingLists', trainingListId(key)) }),
  may: actor => isAutomation(actor) || maySupervise(actor.role),
  plan: ({ row }, { key, items }, { nowMs }) => {
    const next = { items, version: versionOf(row) + 1, updatedAtMs: nowMs }
    if (!row) return [insert('trainingLists', { id: trainingListId(key), key, ...next })]
    if (patchChanged('trainingLists', row, { items }).length === 0) return []
    return patchChanged('trainingLists', row, next)
  },
  conflict: ({ row }, { key, seen, items }) => {
    if (row && patchChanged('trainingLists', row, { items }).length === 0) return null
    const id = trainingListId(key)
    return conflictOf('changed-since', [
      { table: 'trainingLists', id, field: 'version', seen, mine: null, theirs: versionOf(row) },
    ])
  },
  describe: ({ key }) => ({ key: 'describe.setTrainingList', values: { trainingList: key } }),
  insist: ({ row }, args) => ({ ...args, seen: versionOf(row) }),
  invert: ({ row }, { key }) => ({
    name: 'trainingList.set',
    args: { key, seen: versionOf(row) + 1, items: row?.items.map(item => ({ ...item })) ?? [] },
  }),
})
