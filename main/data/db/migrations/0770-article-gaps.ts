import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** What was looked for and not written yet. */
export const articleGaps: Migration = {
  version: 770,
  name: 'article-gaps',
  sql: `
    CREATE TABLE article_gaps (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      words TEXT NOT NULL,
      kind TEXT,
      ticket_id TEXT,
      agent_id TEXT,
      asked_at_ms INTEGER NOT NULL,
      state TEXT NOT NULL,
      article_id TEXT,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX article_gaps_by_article ON article_gaps (article_id) WHERE article_id IS NOT NULL;
    CREATE INDEX article_gaps_by_ticket ON article_gaps (ticket_id) WHERE ticket_id IS NOT NULL;
    ${bringTables('articleGaps')}
  `,
}
