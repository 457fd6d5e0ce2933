import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Tickets a bot began, until a person has them. */
export const takeovers: Migration = {
  version: 710,
  name: 'takeovers',
  sql: `
    CREATE TABLE takeovers (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      bot TEXT NOT NULL,
      reason TEXT NOT NULL,
      words TEXT,
      asked_at_ms INTEGER NOT NULL,
      taken_by TEXT,
      taken_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX takeovers_by_customer ON takeovers (customer_id);
    CREATE INDEX takeovers_by_ticket ON takeovers (ticket_id);
    ${bringTables('takeovers')}
  `,
}
