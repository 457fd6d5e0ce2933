import type { Migration } from '../migration.ts'

export const sync: Migration = {
  version: 60,
  name: 'sync',
  sql: `
    /* Truth of the hub under rows with pending work; row_json NULL: absent there. */
    CREATE TABLE shadows (
      table_name TEXT NOT NULL,
      row_id TEXT NOT NULL,
      feed_version INTEGER NOT NULL,
      row_json TEXT,
      PRIMARY KEY (table_name, row_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE outbox (
      /* Order of intent, given by the writer. Never a clock: clocks jump. Decided entries keep theirs. */
      seq INTEGER PRIMARY KEY,
      /* Made by the client and sent on every attempt, so the hub can ignore repeats. */
      mutation_id TEXT NOT NULL UNIQUE,
      /* All of a group is applied, or none of it. */
      group_id TEXT,
      author TEXT NOT NULL,
      name TEXT NOT NULL,
      args_json TEXT NOT NULL,
      protocol INTEGER NOT NULL,
      now_ms INTEGER NOT NULL,
      is_quiet INTEGER NOT NULL,
      coalesce_key TEXT,
      ticket_id TEXT,
      customer_id TEXT,
      state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'sending', 'parked')),
      attempts INTEGER NOT NULL DEFAULT 0,
      next_attempt_at_ms INTEGER NOT NULL DEFAULT 0,
      was_sent INTEGER NOT NULL DEFAULT 0,
      is_replayed INTEGER NOT NULL DEFAULT 0,
      verdict_json TEXT
    ) STRICT;
    CREATE INDEX outbox_by_key ON outbox (coalesce_key) WHERE coalesce_key IS NOT NULL;
    CREATE INDEX outbox_by_group ON outbox (group_id) WHERE group_id IS NOT NULL;
    CREATE INDEX outbox_by_ticket ON outbox (ticket_id) WHERE ticket_id IS NOT NULL;
    CREATE INDEX outbox_parked ON outbox (seq) WHERE state = 'parked';

    /* What an entry reads and writes. writes_json: NULL read only, '*' the whole row, else the names of fields. */
    CREATE TABLE outbox_rows (
      table_name TEXT NOT NULL,
      row_id TEXT NOT NULL,
      seq INTEGER NOT NULL REFERENCES outbox ON DELETE CASCADE,
      writes_json TEXT,
      PRIMARY KEY (table_name, row_id, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX outbox_rows_by_entry ON outbox_rows (seq);

    /* Decided entries of the backup horizon: a hub restored from a backup is given them again. */
    CREATE TABLE outbox_done (
      seq INTEGER PRIMARY KEY,
      mutation_id TEXT NOT NULL UNIQUE,
      group_id TEXT,
      author TEXT NOT NULL,
      name TEXT NOT NULL,
      args_json TEXT NOT NULL,
      protocol INTEGER NOT NULL,
      now_ms INTEGER NOT NULL,
      is_quiet INTEGER NOT NULL,
      coalesce_key TEXT,
      ticket_id TEXT,
      customer_id TEXT,
      accepted_at_ms INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX outbox_done_by_time ON outbox_done (accepted_at_ms);
    CREATE INDEX outbox_done_quiet_by_key ON outbox_done (coalesce_key) WHERE is_quiet = 1;

    /* Left the scope while work or drafts still held it here. kind 'customer' has the table name ''. */
    CREATE TABLE departures (
      kind TEXT NOT NULL CHECK (kind IN ('customer', 'row')),
      table_name TEXT NOT NULL,
      id TEXT NOT NULL,
      PRIMARY KEY (kind, table_name, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE sync_state (
      key TEXT NOT NULL PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
