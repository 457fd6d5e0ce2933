import type { Migration } from '../migration.ts'

export const serviceLevels: Migration = {
  version: 100,
  name: 'service-levels',
  sql: `
    CREATE TABLE calendars (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      key TEXT NOT NULL,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      time_zone TEXT NOT NULL,
      week_json TEXT NOT NULL,
      holidays_json TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE sla_policies (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      name TEXT NOT NULL,
      kind TEXT NOT NULL,
      version INTEGER NOT NULL,
      valid_from_ms INTEGER NOT NULL,
      targets_json TEXT NOT NULL,
      pauses_in_json TEXT NOT NULL,
      warn_before_json TEXT NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX sla_policies_by_kind ON sla_policies (kind);

    ALTER TABLE threads ADD COLUMN answered_at_ms INTEGER;
    ALTER TABLE threads ADD COLUMN clocks_json TEXT;
    /* What a newer hub sent before this column was here. */
    UPDATE threads SET
      answered_at_ms = json_extract(extra_json, '$.answeredAtMs'),
      clocks_json = json_extract(extra_json, '$.clocks'),
      extra_json = nullif(json_remove(extra_json, '$.answeredAtMs', '$.clocks'), '{}')
    WHERE extra_json IS NOT NULL;
    /* Running clocks are few beside all threads ever: what is due for an agent is one short walk. */
    CREATE INDEX threads_due_by_assignee ON threads (assignee_id, due_at_ms) WHERE due_at_ms IS NOT NULL;
    CREATE INDEX threads_due_by_team ON threads (team_id, due_at_ms) WHERE due_at_ms IS NOT NULL AND assignee_id IS NULL;
    CREATE INDEX threads_snoozed_by_assignee ON threads (assignee_id, snoozed_until_ms) WHERE state = 'snoozed';
    CREATE INDEX follow_ups_open_by_owner ON follow_ups (owner_id, due_at_ms) WHERE state = 'open';
    CREATE INDEX promises_open_by_owner ON promises (owner_id, due_at_ms) WHERE state = 'open';

    /* Reminders this device has given: each is given once, whatever restarts or clocks do. */
    CREATE TABLE reminders_given (
      id TEXT NOT NULL PRIMARY KEY,
      due_at_ms INTEGER NOT NULL,
      given_at_ms INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX reminders_given_by_time ON reminders_given (given_at_ms);

    /*
     * A hub that knew these tables before this laptop did has sent their rows past it: a fresh snapshot brings them,
     * from its beginning. Unsent work, drafts and shadows survive any snapshot.
     */
    DELETE FROM sync_state WHERE key IN ('cursor', 'fill');
  `,
}
