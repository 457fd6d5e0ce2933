import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Who a customer is at a glance: how they want to be treated, what nobody may overlook, what people say about them. */
export const portrait: Migration = {
  version: 350,
  name: 'portrait',
  sql: `
    CREATE TABLE preferences (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      subject TEXT NOT NULL,
      value TEXT NOT NULL,
      consent TEXT NOT NULL,
      consent_by TEXT,
      consent_how TEXT,
      consent_at_ms INTEGER,
      sensitivity TEXT NOT NULL,
      source TEXT NOT NULL,
      set_by TEXT,
      set_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX preferences_by_customer ON preferences (customer_id);

    CREATE TABLE pins (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      text TEXT NOT NULL,
      tone TEXT NOT NULL,
      until_ms INTEGER,
      pinned_by TEXT,
      pinned_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX pins_by_customer ON pins (customer_id);

    CREATE TABLE portraits (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      is_vip INTEGER NOT NULL,
      vip_reason TEXT,
      stage TEXT,
      stage_reason TEXT,
      stage_until_ms INTEGER,
      stage_by TEXT,
      stage_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX portraits_by_customer ON portraits (customer_id);
    ${bringTables('preferences', 'pins', 'portraits')}
  `,
}
