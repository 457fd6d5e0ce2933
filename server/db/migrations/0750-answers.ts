import type { Migration } from './migration.ts'
import { ID } from './migration.ts'

/** Articles and canned replies are kept in the console: versions, who and when, and what is retired. */
export const answers: Migration = {
  version: 750,
  name: 'answers',
  sql: `
    ALTER TABLE tandem.articles ADD COLUMN version bigint, ADD COLUMN updated_by ${ID};
    ALTER TABLE tandem.macros
      ADD COLUMN version bigint,
      ADD COLUMN updated_at_ms bigint,
      ADD COLUMN updated_by ${ID},
      ADD COLUMN retired_at_ms bigint;`,
}
