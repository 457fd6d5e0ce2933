import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** What customers have for a time, and the day it renews. */
export const subscriptions: Migration = {
  version: 580,
  name: 'subscriptions',
  sql: `
    CREATE TABLE subscriptions (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      product_id TEXT,
      name TEXT NOT NULL,
      number TEXT,
      state TEXT NOT NULL,
      renews_on TEXT,
      amount_minor INTEGER,
      currency TEXT,
      term TEXT,
      created_at_ms INTEGER NOT NULL,
      reported_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX subscriptions_by_customer ON subscriptions (customer_id);
    CREATE INDEX subscriptions_by_renewal ON subscriptions (renews_on)
      WHERE state = 'active' AND renews_on IS NOT NULL;
    ${bringTables('subscriptions')}
  `,
}
