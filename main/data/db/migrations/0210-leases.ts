import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Tickets that agents work on offline. */
export const leases: Migration = {
  version: 210,
  name: 'leases',
  sql: `
    CREATE TABLE leases (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      agent_id TEXT NOT NULL,
      taken_at_ms INTEGER NOT NULL,
      until_ms INTEGER NOT NULL,
      ended_at_ms INTEGER,
      ended_by TEXT,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX leases_by_customer ON leases (customer_id);
    CREATE INDEX leases_by_ticket ON leases (ticket_id);
    /* The newest first, of all that were taken: lists show those that run. */
    CREATE INDEX leases_by_end ON leases (until_ms);
    ${bringTables('leases')}
  `,
}
