import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Opportunities, questions that are likely, and surveys that are answered by a link. */
export const growth: Migration = {
  version: 370,
  name: 'growth',
  sql: `
    CREATE TABLE opportunities (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      kind TEXT NOT NULL,
      product_id TEXT,
      note TEXT NOT NULL,
      value_minor INTEGER,
      currency TEXT,
      state TEXT NOT NULL,
      consent TEXT NOT NULL,
      consent_via TEXT,
      consent_at_ms INTEGER,
      team_id TEXT,
      address TEXT,
      owner_id TEXT,
      created_by TEXT,
      created_at_ms INTEGER NOT NULL,
      passed_on_at_ms INTEGER,
      sent_at_ms INTEGER,
      closed_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX opportunities_by_customer ON opportunities (customer_id, created_at_ms);
    CREATE INDEX opportunities_by_ticket ON opportunities (ticket_id);
    /* What is worked on: few beside those that ended. */
    CREATE INDEX opportunities_by_state ON opportunities (state, created_at_ms);

    CREATE TABLE next_questions (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      question TEXT NOT NULL,
      answer TEXT NOT NULL,
      article_id TEXT,
      conditions_json TEXT NOT NULL,
      is_active INTEGER NOT NULL,
      version INTEGER NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    ALTER TABLE surveys ADD COLUMN sent_at_ms INTEGER;
    /* What a newer hub sent before this column was here. */
    UPDATE surveys SET
      sent_at_ms = json_extract(extra_json, '$.sentAtMs'),
      extra_json = nullif(json_remove(extra_json, '$.sentAtMs'), '{}')
    WHERE extra_json IS NOT NULL;
    ${bringTables('nextQuestions', 'opportunities')}
  `,
}
