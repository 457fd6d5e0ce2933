import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** What articles said before they were changed. */
export const articleVersions: Migration = {
  version: 560,
  name: 'article-versions',
  sql: `
    CREATE TABLE article_versions (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      article_id TEXT NOT NULL,
      version INTEGER,
      title TEXT NOT NULL,
      language TEXT NOT NULL,
      body TEXT NOT NULL,
      url TEXT,
      tags_json TEXT NOT NULL,
      state TEXT NOT NULL,
      kind TEXT,
      written_by TEXT,
      written_at_ms INTEGER NOT NULL,
      replaced_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX article_versions_by_article ON article_versions (article_id);
    ${bringTables('articleVersions')}
  `,
}
