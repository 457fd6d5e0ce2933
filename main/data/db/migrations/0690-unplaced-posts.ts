import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** What was written about us in public by nobody knows whom. */
export const unplacedPosts: Migration = {
  version: 690,
  name: 'unplaced-posts',
  sql: `
    CREATE TABLE unplaced_posts (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      place TEXT NOT NULL,
      url TEXT,
      author TEXT,
      stars INTEGER,
      body TEXT NOT NULL,
      posted_at_ms INTEGER NOT NULL,
      reported_at_ms INTEGER,
      named TEXT,
      aside_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX unplaced_posts_by_time ON unplaced_posts (posted_at_ms, id);
    ${bringTables('unplacedPosts')}
  `,
}
