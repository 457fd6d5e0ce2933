import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Guests who help for a few hours, and the answers they suggest. */
export const guests: Migration = {
  version: 460,
  name: 'guests',
  sql: `
    ALTER TABLE agents ADD COLUMN guest_until_ms INTEGER;
    /* What a newer hub sent before this column was here. */
    UPDATE agents SET
      guest_until_ms = json_extract(extra_json, '$.guestUntilMs'),
      extra_json = nullif(json_remove(extra_json, '$.guestUntilMs'), '{}')
    WHERE extra_json IS NOT NULL;

    CREATE TABLE proposals (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      ticket_id TEXT NOT NULL,
      customer_id TEXT NOT NULL,
      thread_id TEXT NOT NULL,
      author_id TEXT,
      channel TEXT NOT NULL,
      to_json TEXT NOT NULL,
      cc_json TEXT NOT NULL,
      body_text TEXT NOT NULL,
      seen_up_to_seq INTEGER NOT NULL,
      state TEXT NOT NULL,
      words TEXT,
      decided_by TEXT,
      decided_at_ms INTEGER,
      message_id TEXT,
      created_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX proposals_by_ticket ON proposals (ticket_id, created_at_ms);
    CREATE INDEX proposals_by_customer ON proposals (customer_id);
    /* What waits is little; what was suggested by one person is asked for by that person. */
    CREATE INDEX proposals_waiting ON proposals (created_at_ms) WHERE state = 'proposed';
    CREATE INDEX proposals_by_author ON proposals (author_id, created_at_ms);
    ${bringTables('proposals')}
  `,
}
