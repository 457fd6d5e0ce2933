import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** What must not be removed for its age, and why. */
export const holds: Migration = {
  version: 760,
  name: 'holds',
  sql: `
    CREATE TABLE holds (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      reason TEXT NOT NULL,
      agent_id TEXT,
      placed_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX holds_by_customer ON holds (customer_id);
    CREATE INDEX holds_by_ticket ON holds (ticket_id) WHERE ticket_id IS NOT NULL;
    ${bringTables('holds')}
  `,
}
