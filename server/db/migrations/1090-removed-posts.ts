import type { Migration } from './migration.ts'

/** How many posts without a customer were removed for their age. */
export const removedPosts: Migration = {
  version: 1090,
  name: 'removed-posts',
  sql: 'ALTER TABLE tandem.removals ADD COLUMN posts bigint NOT NULL DEFAULT 0;',
}
