import type { DoneEntry, Link, OutboxStore } from '../sync/outbox-store.ts'
import { all, run } from './statement.ts'
import type { SqlValue } from './types.ts'
import { inTransaction, noteChange } from './write.ts'
import type { Database } from './write.ts'
import { entryFromRecord, newEntryValues } from './outbox-record.ts'
import type { EntryRecord } from './outbox-record.ts'

type DoneStore = Pick<
  OutboxStore,
  'keepDone' | 'getDone' | 'doneOfGroup' | 'doneSince' | 'dropDoneBefore' | 'dropDone' | 'reopen'
>
type DoneRecord = Omit<
  EntryRecord,
  'state' | 'attempts' | 'next_attempt_at_ms' | 'was_sent' | 'is_replayed' | 'verdict_json' | 'held_until_ms'
> & {
  readonly accepted_at_ms: number
}

const KEPT = `mutation_id, group_id, author, name, args_json, protocol, now_ms, is_quiet, coalesce_key, ticket_id, customer_id, undo_json`
const AS_SENT = {
  state: 'pending',
  attempts: 0,
  next_attempt_at_ms: 0,
  was_sent: 1,
  is_replayed: 1,
  verdict_json: null,
  held_until_ms: null,
} as const

/** Entries the hub has decided, kept for the backup horizon. */
export function doneStore(
  database: Database,
  addLinks: (seq: number, links: readonly Link[]) => void,
): DoneStore {
  const done = (where: string, value: SqlValue): readonly DoneEntry[] =>
    all<DoneRecord>(database.db, `SELECT seq, ${KEPT}, accepted_at_ms FROM outbox_done WHERE ${where}`, [
      value,
    ]).map(record => ({
      ...entryFromRecord({ ...record, ...AS_SENT }),
      acceptedAtMs: record.accepted_at_ms,
    }))
  return {
    keepDone: (entry, acceptedAtMs) => {
      const tx = inTransaction(database)
      if (entry.isQuiet && entry.coalesceKey !== null) {
        run(tx, 'DELETE FROM outbox_done WHERE coalesce_key = ? AND is_quiet = 1', [entry.coalesceKey])
      }
      run(
        tx,
        `INSERT INTO outbox_done (seq, ${KEPT}, accepted_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
         ON CONFLICT (seq) DO UPDATE SET accepted_at_ms = excluded.accepted_at_ms,
           args_json = excluded.args_json, undo_json = excluded.undo_json`,
        [entry.seq, ...newEntryValues(entry), acceptedAtMs],
      )
    },
    getDone: mutationId => done('mutation_id = ?', mutationId)[0] ?? null,
    doneOfGroup: groupId => done('group_id = ? ORDER BY seq', groupId),
    doneSince: sinceMs => done('accepted_at_ms >= ? ORDER BY seq', sinceMs),
    dropDoneBefore: beforeMs => {
      run(inTransaction(database), 'DELETE FROM outbox_done WHERE accepted_at_ms < ?', [beforeMs])
    },
    dropDone: mutationId => {
      run(inTransaction(database), 'DELETE FROM outbox_done WHERE mutation_id = ?', [mutationId])
    },
    reopen: (mutationId, links) => {
      const tx = inTransaction(database)
      run(
        tx,
        `INSERT INTO outbox (seq, ${KEPT}, was_sent, is_replayed)
         SELECT seq, ${KEPT}, 1, 1 FROM outbox_done WHERE mutation_id = ?`,
        [mutationId],
      )
      run(tx, 'DELETE FROM outbox_done WHERE mutation_id = ?', [mutationId])
      const [entry] = all<{ seq: number }>(tx, 'SELECT seq FROM outbox WHERE mutation_id = ?', [mutationId])
      if (entry) addLinks(entry.seq, links)
      noteChange(database, 'outbox', mutationId)
    },
  }
}
