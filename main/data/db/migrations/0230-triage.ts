import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** What the workspace has taught the triage. */
export const triage: Migration = {
  version: 230,
  name: 'triage',
  sql: `
    CREATE TABLE triage_weights (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      model TEXT NOT NULL,
      basis TEXT NOT NULL,
      lessons INTEGER NOT NULL,
      weights_json TEXT NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    ${bringTables('triageWeights')}
  `,
}
