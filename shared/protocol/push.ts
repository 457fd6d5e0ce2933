import { z } from 'zod'
import { ClientId, MutationId } from '../domain/ids.ts'
import { PUSH_LIMIT } from './version.ts'

export const PushEntry = z.object({
  mutationId: MutationId,
  /** Entries with the same group are applied all or none; a group never spans two pushes. */
  groupId: MutationId.nullable(),
  name: z.string(),
  args: z.unknown(),
  /** Laptop clock when the agent acted, ms. */
  nowMs: z.int(),
  /** Sent again after the hub was restored from a backup: nothing leaves to the outside because of it. */
  replayed: z.boolean().default(false),
})
export type PushEntry = z.infer<typeof PushEntry>

export const PushRequest = z.object({
  protocol: z.int(),
  clientId: ClientId,
  epoch: z.string(),
  /** Laptop clock at sending, ms; the hub measures the skew with it. */
  sentAtMs: z.int(),
  entries: z.array(PushEntry).min(1).max(PUSH_LIMIT),
})
export type PushRequest = z.infer<typeof PushRequest>

/** A row as it stands, or its absence (`row` null), with the feed number of its last change. */
export const VersionedRow = z.object({
  table: z.string(),
  id: z.string(),
  version: z.int(),
  row: z.record(z.string(), z.unknown()).nullable(),
})
export type VersionedRow = z.infer<typeof VersionedRow>

const ConflictSchema = z.object({
  reason: z.string(),
  fields: z.array(
    z.object({
      table: z.string(),
      id: z.string(),
      field: z.string(),
      seen: z.unknown(),
      mine: z.unknown(),
      theirs: z.unknown(),
    }),
  ),
})

/**
 * What the hub decided about one entry. `done`, `conflict`, `rejected` and `gone` are final and remembered as the
 * receipt: asking again gives the same answer. `waitsFor` and `retry` decided nothing.
 */
export const Verdict = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('done'), mutationId: MutationId, rows: z.array(VersionedRow) }),
  z.object({
    kind: z.literal('conflict'),
    mutationId: MutationId,
    conflict: ConflictSchema,
    rows: z.array(VersionedRow),
  }),
  z.object({
    kind: z.literal('rejected'),
    mutationId: MutationId,
    code: z.string(),
    rows: z.array(VersionedRow),
  }),
  z.object({ kind: z.literal('gone'), mutationId: MutationId, table: z.string(), id: z.string() }),
  /** Another entry of the same client must be decided first (it is parked, or its group failed). */
  z.object({ kind: z.literal('waitsFor'), mutationId: MutationId, waitsFor: MutationId }),
  z.object({ kind: z.literal('retry'), mutationId: MutationId, code: z.string(), afterMs: z.int() }),
])
export type Verdict = z.infer<typeof Verdict>

export const PushAnswer = z.object({
  epoch: z.string(),
  verdicts: z.array(Verdict),
  /** Hub clock, ms. */
  hubTimeMs: z.int(),
})
export type PushAnswer = z.infer<typeof PushAnswer>
