import type { NewEntry, OutboxEntry, ParkedVerdict, UndoStep } from '../sync/outbox-store.ts'
import type { SqlValue } from './types.ts'

export type EntryRecord = {
  readonly seq: number
  readonly mutation_id: string
  readonly group_id: string | null
  readonly author: string
  readonly name: string
  readonly args_json: string
  readonly protocol: number
  readonly now_ms: number
  readonly is_quiet: number
  readonly coalesce_key: string | null
  readonly ticket_id: string | null
  readonly customer_id: string | null
  readonly state: OutboxEntry['state']
  readonly attempts: number
  readonly next_attempt_at_ms: number
  readonly was_sent: number
  readonly is_replayed: number
  readonly verdict_json: string | null
  readonly undo_json: string | null
  readonly held_until_ms: number | null
}
export const COLUMNS = `seq, mutation_id, group_id, author, name, args_json, protocol, now_ms, is_quiet, coalesce_key,
  ticket_id, customer_id, state, attempts, next_attempt_at_ms, was_sent, is_replayed, verdict_json, undo_json, held_until_ms`

export const entryFromRecord = (record: EntryRecord): OutboxEntry => ({
  seq: record.seq,
  mutationId: record.mutation_id,
  groupId: record.group_id,
  author: record.author,
  name: record.name,
  args: JSON.parse(record.args_json) as unknown,
  protocol: record.protocol,
  nowMs: record.now_ms,
  isQuiet: record.is_quiet === 1,
  coalesceKey: record.coalesce_key,
  ticketId: record.ticket_id,
  customerId: record.customer_id,
  state: record.state,
  attempts: record.attempts,
  nextAttemptAtMs: record.next_attempt_at_ms,
  wasSent: record.was_sent === 1,
  isReplayed: record.is_replayed === 1,
  heldUntilMs: record.held_until_ms,
  undo: record.undo_json === null ? [] : (JSON.parse(record.undo_json) as UndoStep[]),
  verdict: record.verdict_json === null ? null : (JSON.parse(record.verdict_json) as ParkedVerdict),
})

export const undoToJson = (undo: readonly UndoStep[]): string | null =>
  undo.length === 0 ? null : JSON.stringify(undo)

export const newEntryValues = (entry: NewEntry): SqlValue[] => [
  entry.mutationId,
  entry.groupId,
  entry.author,
  entry.name,
  JSON.stringify(entry.args),
  entry.protocol,
  entry.nowMs,
  entry.isQuiet ? 1 : 0,
  entry.coalesceKey,
  entry.ticketId,
  entry.customerId,
  undoToJson(entry.undo),
]
