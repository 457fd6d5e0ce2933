import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const versions = `
  article_id ${ID} NOT NULL,
  version bigint,
  title text NOT NULL,
  language text NOT NULL,
  body text NOT NULL,
  url text,
  tags_json jsonb NOT NULL,
  state text NOT NULL,
  kind text,
  written_by ${ID},
  written_at_ms bigint NOT NULL,
  replaced_at_ms bigint NOT NULL`

/** What articles said before they were changed. */
export const articleVersions: Migration = {
  version: 860,
  name: 'article-versions',
  sql: rowTable('article_versions', versions, ['article_id']),
}
