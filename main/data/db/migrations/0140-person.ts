import type { Migration } from '../migration.ts'

export const person: Migration = {
  version: 140,
  name: 'person',
  sql: `
    /* Files that shall go along with what is being written; their content lies in blobs. */
    ALTER TABLE drafts ADD COLUMN files_json TEXT;
    /* What a newer hub sent before this column was here. */
    UPDATE drafts SET
      files_json = json_extract(extra_json, '$.files'),
      extra_json = nullif(json_remove(extra_json, '$.files'), '{}')
    WHERE extra_json IS NOT NULL;

    CREATE TABLE issue_links (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      issue_id TEXT NOT NULL,
      created_by TEXT,
      created_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX issue_links_by_customer ON issue_links (customer_id);
    CREATE INDEX issue_links_by_ticket ON issue_links (ticket_id);
    CREATE INDEX issue_links_by_issue ON issue_links (issue_id);
  `,
}
