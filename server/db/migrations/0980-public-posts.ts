import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const posts = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  place text NOT NULL,
  url text,
  author text,
  stars bigint,
  body text NOT NULL,
  posted_at_ms bigint NOT NULL,
  reported_at_ms bigint`

/** What customers wrote about us in public. */
export const publicPosts: Migration = {
  version: 980,
  name: 'public-posts',
  sql: rowTable('public_posts', posts, ['customer_id', 'ticket_id']),
}
