import { z } from 'zod'
import { RowId } from './ids.ts'
import { defineTable, integer, json, ref, text } from './table.ts'
import type { RowFrom } from './table.ts'

/** Feature of the model, what to add for service, what to add for support. */
export const TaughtWeight = z.tuple([z.int(), z.number(), z.number()])

/**
 * What the people of a workspace have taught the triage by saying of what kind tickets are: one row, worked out by the
 * hub from the events, so that every laptop suggests the same. It holds numbers of features, no words.
 */
export const triageWeights = defineTable('triageWeights', 'workspace', {
  /** The same in every workspace: `TRIAGE_WEIGHTS_ID`. */
  id: ref(RowId),
  /** Version of the model it adds to; another one leaves it alone. */
  model: text(),
  /** The decisions it was learnt from: their number and the time of the newest. */
  basis: text(),
  lessons: integer(),
  weights: json(z.array(TaughtWeight)),
  updatedAtMs: integer(),
})
export type TriageWeights = RowFrom<typeof triageWeights.columns>

export const TRIAGE_WEIGHTS_ID = '00000000-0000-7000-8000-00000000b000'
