import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** What support records about faults: escalations, outages, causes, and what was told about known issues. */
export const incidents: Migration = {
  version: 330,
  name: 'incidents',
  sql: `
    ALTER TABLE known_issues ADD COLUMN engineering_key TEXT;
    /* What a newer hub sent before this column was here. */
    UPDATE known_issues SET
      engineering_key = json_extract(extra_json, '$.engineeringKey'),
      extra_json = nullif(json_remove(extra_json, '$.engineeringKey'), '{}')
    WHERE extra_json IS NOT NULL;
    /* Whom a known issue of a product can hit. */
    CREATE INDEX assets_by_product ON assets (product_id, version);

    CREATE TABLE escalations (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      tier TEXT NOT NULL,
      state TEXT NOT NULL,
      summary TEXT NOT NULL,
      report_json TEXT NOT NULL,
      asset_id TEXT,
      engineering_key TEXT,
      outcome TEXT,
      created_by TEXT,
      created_at_ms INTEGER NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      closed_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX escalations_by_customer ON escalations (customer_id);
    CREATE INDEX escalations_by_ticket ON escalations (ticket_id);
    CREATE INDEX escalations_by_engineering_key ON escalations (engineering_key);

    CREATE TABLE engineering_issues (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      key TEXT NOT NULL,
      url TEXT,
      title TEXT NOT NULL,
      status TEXT NOT NULL,
      state TEXT NOT NULL,
      fixed_in_version TEXT,
      said_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE impacts (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      asset_id TEXT,
      scope TEXT NOT NULL,
      down_since_ms INTEGER NOT NULL,
      restored_at_ms INTEGER,
      resolved_at_ms INTEGER,
      created_by TEXT,
      created_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX impacts_by_customer ON impacts (customer_id);
    CREATE INDEX impacts_by_ticket ON impacts (ticket_id);
    CREATE INDEX impacts_by_asset ON impacts (asset_id);

    CREATE TABLE root_causes (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      category TEXT NOT NULL,
      evidence TEXT NOT NULL,
      remedy TEXT NOT NULL,
      remedy_text TEXT NOT NULL,
      url TEXT,
      asset_id TEXT,
      product_id TEXT,
      version TEXT,
      revision INTEGER NOT NULL,
      recorded_by TEXT,
      recorded_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX root_causes_by_customer ON root_causes (customer_id);
    CREATE INDEX root_causes_by_ticket ON root_causes (ticket_id);
    CREATE INDEX root_causes_by_time ON root_causes (recorded_at_ms);

    CREATE TABLE issue_updates (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      issue_id TEXT NOT NULL,
      body TEXT NOT NULL,
      tickets INTEGER NOT NULL,
      sent_by TEXT,
      sent_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX issue_updates_by_issue ON issue_updates (issue_id);
    ${bringTables('issueUpdates', 'engineeringIssues', 'escalations', 'impacts', 'rootCauses')}
  `,
}
