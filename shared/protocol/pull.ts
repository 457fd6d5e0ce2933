import { z } from 'zod'
import { TicketId } from '../domain/ids.ts'
import { ClientReport } from './session.ts'

const row = z.record(z.string(), z.unknown())

/**
 * Feed entries as a client gets them, in the order of their numbers.
 * `enter`: the customer came into scope; all its rows follow in this entry, whatever their age.
 * `leave`: the customer left the scope; evict it unless pending, parked or draft work holds it.
 * `evict`: one row left the scope by moving to a customer outside of it.
 */
export const FeedEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('row'), seq: z.int(), table: z.string(), id: z.string(), row }),
  z.object({ kind: z.literal('tombstone'), seq: z.int(), table: z.string(), id: z.string() }),
  z.object({ kind: z.literal('evict'), seq: z.int(), table: z.string(), id: z.string() }),
  z.object({
    kind: z.literal('enter'),
    seq: z.int(),
    customerId: z.string(),
    rows: z.array(z.object({ table: z.string(), id: z.string(), row })),
  }),
  z.object({ kind: z.literal('leave'), seq: z.int(), customerId: z.string() }),
])
export type FeedEntry = z.infer<typeof FeedEntry>

/** Query: `cursor` (opaque), `limit`. */
export const PullAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('page'),
    epoch: z.string(),
    entries: z.array(FeedEntry),
    cursor: z.string(),
    more: z.boolean(),
    hubTimeMs: z.int(),
    /** Feed number this client is complete up to after the page; a live hint with this `fromSeq` continues it. */
    upTo: z.int().nullable().default(null),
  }),
  /** The cursor cannot be continued: take a snapshot. Outbox, drafts and shadows survive it. */
  z.object({
    kind: z.literal('snapshot-needed'),
    epoch: z.string(),
    reason: z.enum(['first', 'horizon', 'epoch', 'scope']),
  }),
])
export type PullAnswer = z.infer<typeof PullAnswer>

/**
 * One part of a snapshot: NDJSON, compressed by HTTP. First line: `SnapshotHead`. Then one line a row, an array of
 * values in the order of `columns`. Ask again with `next` until it is null; parts can be asked for again after an
 * interruption. Every row has version `asOf`; after the last part pull from `cursor`. With `several=1` parts stand one
 * behind the other in one answer.
 */
export const SnapshotHead = z.object({
  epoch: z.string(),
  /** Feed number read before the first row. */
  asOf: z.int(),
  cursor: z.string(),
  table: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  /** Opaque place of the next part; null when this is the last. */
  next: z.string().nullable(),
  /** Rows of the whole snapshot, estimated, for progress. */
  expectedRows: z.int(),
  /** Of the last part, when it was asked for with `since`: customers who were erased after that number. */
  erased: z.array(z.string()).optional(),
})
export type SnapshotHead = z.infer<typeof SnapshotHead>

/** A live frame (WebSocket or long poll): "there is something up to `seq`", with the entries when they are small. */
export const LiveFrame = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('hint'),
    seq: z.int(),
    fromSeq: z.int().nullable(),
    entries: z.array(FeedEntry).nullable(),
    /** Where to pull from once the entries are applied; null: a later pull brings them again, which changes nothing. */
    cursor: z.string().nullable().default(null),
  }),
  z.object({
    kind: z.literal('presence'),
    ticketId: z.string(),
    agents: z.array(z.object({ id: z.string(), doing: z.string() })),
  }),
  /** Who is where, sent first: tickets that are not named have nobody in front of them. */
  z.object({
    kind: z.literal('watching'),
    tickets: z.array(
      z.object({ ticketId: z.string(), agents: z.array(z.object({ id: z.string(), doing: z.string() })) }),
    ),
  }),
  /**
   * What agents say of themselves. Sent whole behind `watching`, then whenever one comes, goes or says something else.
   * Whole: who is not named is offline.
   */
  z.object({
    kind: z.literal('colleagues'),
    isWhole: z.boolean(),
    agents: z.array(z.object({ id: z.string(), state: z.string(), untilMs: z.int().nullable() })),
  }),
  z.object({ kind: z.literal('bye'), reason: z.string() }),
])
export type LiveFrame = z.infer<typeof LiveFrame>

/** What a client may send over the live connection; anything else ends it. */
export const LiveClientFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('report'), report: ClientReport }),
  /** The ticket in front of the agent, or null for none; repeated at least every minute while it stays there. */
  z.object({
    kind: z.literal('viewing'),
    ticketId: TicketId.nullable(),
    doing: z.enum(['viewing', 'typing']),
  }),
])
export type LiveClientFrame = z.infer<typeof LiveClientFrame>
