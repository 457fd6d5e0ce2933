import { all, get, run } from './statement.ts'
import { inTransaction, write } from './write.ts'
import type { Database } from './write.ts'

/** Not a reminder: when this device began to give them. */
const BEGINNING = 'beginning'

export type GivenReminder = { readonly id: string; readonly dueAtMs: number }

/** What this device has reminded of. */
export type ReminderRecords = {
  /** When this device began, ms; null before `begin`. */
  readonly begunAtMs: () => number | null
  readonly begin: (nowMs: number) => void
  /** Those of the ids that were not given yet. */
  readonly fresh: (ids: readonly string[]) => ReadonlySet<string>
  /** Durable: a reminder that was given must not come again after a power cut. */
  readonly markGiven: (reminders: readonly GivenReminder[], nowMs: number) => void
  /** Forgets what was given before then: what is due again has another id. */
  readonly forgetBefore: (ms: number) => void
}

const PUT = 'INSERT OR IGNORE INTO reminders_given (id, due_at_ms, given_at_ms) VALUES (?, ?, ?)'

export function reminderRecords(database: Database): ReminderRecords {
  const { db } = database
  const put = (reminders: readonly GivenReminder[], nowMs: number): void =>
    write(database, 'durable', () => {
      for (const { id, dueAtMs } of reminders) run(inTransaction(database), PUT, [id, dueAtMs, nowMs])
    })
  return {
    begunAtMs: () =>
      get<{ ms: number }>(db, 'SELECT given_at_ms AS ms FROM reminders_given WHERE id = ?', [BEGINNING])
        ?.ms ?? null,
    begin: nowMs => put([{ id: BEGINNING, dueAtMs: 0 }], nowMs),
    fresh: ids =>
      new Set(
        all<{ id: string }>(
          db,
          `SELECT j.value AS id FROM json_each(?) j
           WHERE NOT EXISTS (SELECT 1 FROM reminders_given g WHERE g.id = j.value)`,
          [JSON.stringify(ids)],
        ).map(({ id }) => id),
      ),
    markGiven: put,
    forgetBefore: ms =>
      write(database, 'relaxed', () => {
        run(inTransaction(database), 'DELETE FROM reminders_given WHERE given_at_ms < ? AND id <> ?', [
          ms,
          BEGINNING,
        ])
      }),
  }
}
