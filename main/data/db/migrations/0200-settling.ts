import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** How long replies rest by channel, and when a message arrived or came back. */
export const settling: Migration = {
  version: 200,
  name: 'settling',
  sql: `
    CREATE TABLE undo_windows (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      channel TEXT NOT NULL,
      seconds INTEGER NOT NULL,
      least INTEGER NOT NULL,
      most INTEGER NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    ALTER TABLE messages ADD COLUMN delivered_at_ms INTEGER;
    /* What a newer hub sent before this column was here. */
    UPDATE messages SET
      delivered_at_ms = json_extract(extra_json, '$.deliveredAtMs'),
      extra_json = nullif(json_remove(extra_json, '$.deliveredAtMs'), '{}')
    WHERE extra_json IS NOT NULL;
    ${bringTables('undoWindows')}
  `,
}
