import type { Migration } from './migration.ts'
import { rowTable } from './migration.ts'

const posts = `
  place text NOT NULL,
  url text,
  author text,
  stars bigint,
  body text NOT NULL,
  posted_at_ms bigint NOT NULL,
  reported_at_ms bigint,
  named text,
  aside_at_ms bigint`

/** What was written about us in public by nobody knows whom. */
export const unplacedPosts: Migration = {
  version: 990,
  name: 'unplaced-posts',
  sql: rowTable('unplaced_posts', posts),
}
