import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** What customers wrote about us in public. */
export const publicPosts: Migration = {
  version: 670,
  name: 'public-posts',
  sql: `
    CREATE TABLE public_posts (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      place TEXT NOT NULL,
      url TEXT,
      author TEXT,
      stars INTEGER,
      body TEXT NOT NULL,
      posted_at_ms INTEGER NOT NULL,
      reported_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX public_posts_by_customer ON public_posts (customer_id, posted_at_ms, id);
    CREATE INDEX public_posts_by_ticket ON public_posts (ticket_id);
    ${bringTables('publicPosts')}
  `,
}
