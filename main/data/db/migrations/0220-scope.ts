import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** What laptops hold by policy, and what was fetched from beyond that. */
export const scope: Migration = {
  version: 220,
  name: 'scope',
  sql: `
    CREATE TABLE scope_policies (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      agent_id TEXT,
      version INTEGER NOT NULL,
      queues TEXT NOT NULL,
      also_team_ids_json TEXT NOT NULL,
      without_team_ids_json TEXT NOT NULL,
      days INTEGER,
      megabytes INTEGER,
      may_fetch TEXT NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE keeps (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      agent_id TEXT NOT NULL,
      customer_id TEXT,
      ticket_id TEXT,
      fetched_at_ms INTEGER NOT NULL,
      until_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX keeps_by_agent ON keeps (agent_id);
    CREATE INDEX keeps_by_customer ON keeps (customer_id) WHERE customer_id IS NOT NULL;
    CREATE INDEX keeps_by_ticket ON keeps (ticket_id) WHERE ticket_id IS NOT NULL;
    ${bringTables('scopePolicies', 'keeps')}
  `,
}
