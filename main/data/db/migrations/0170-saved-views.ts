import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

export const savedViews: Migration = {
  version: 170,
  name: 'saved-views',
  sql: `
    CREATE TABLE shared_views (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      name TEXT NOT NULL,
      body_json TEXT NOT NULL,
      team_ids_json TEXT NOT NULL,
      position REAL NOT NULL,
      created_by TEXT,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE own_views (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      agent_id TEXT NOT NULL,
      name TEXT NOT NULL,
      body_json TEXT NOT NULL,
      position REAL NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    /* What there is to choose from, one step of the index a value. */
    CREATE INDEX customers_by_tier ON customers (tier) WHERE tier IS NOT NULL;
    CREATE INDEX customers_by_language ON customers (language) WHERE language IS NOT NULL;
    CREATE INDEX organisations_by_country ON organisations (country) WHERE country IS NOT NULL;
    CREATE INDEX organisations_by_name ON organisations (name COLLATE NOCASE);
    CREATE INDEX organisations_by_domain ON organisations (domain COLLATE NOCASE) WHERE domain IS NOT NULL;
    ${bringTables('sharedViews', 'ownViews')}
  `,
}
