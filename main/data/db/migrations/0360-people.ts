import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Who is a duplicate of whom, and who is what to whom. */
export const people: Migration = {
  version: 360,
  name: 'people',
  sql: `
    ALTER TABLE customers ADD COLUMN merged_into_id TEXT;
    /* What a newer hub sent before this column was here. */
    UPDATE customers SET
      merged_into_id = json_extract(extra_json, '$.mergedIntoId'),
      extra_json = nullif(json_remove(extra_json, '$.mergedIntoId'), '{}')
    WHERE extra_json IS NOT NULL;
    CREATE INDEX customers_merged ON customers (merged_into_id) WHERE merged_into_id IS NOT NULL;

    CREATE TABLE relations (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      other_customer_id TEXT,
      other_name TEXT,
      kind TEXT NOT NULL,
      note TEXT,
      since_ms INTEGER,
      ended_at_ms INTEGER,
      created_by TEXT,
      created_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX relations_by_customer ON relations (customer_id);
    CREATE INDEX relations_by_other ON relations (other_customer_id) WHERE other_customer_id IS NOT NULL;
    ${bringTables('relations')}
  `,
}
