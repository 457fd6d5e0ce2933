import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const knownIssues = `
  code text NOT NULL,
  title text NOT NULL,
  product_id ${ID},
  affected_versions_json jsonb NOT NULL,
  symptoms text NOT NULL,
  error_codes_json jsonb NOT NULL,
  workaround text,
  state text NOT NULL,
  fixed_in_version text,
  updated_at_ms bigint NOT NULL`
const articles = `
  title text NOT NULL,
  language text NOT NULL,
  body text NOT NULL,
  url text,
  tags_json jsonb NOT NULL,
  state text NOT NULL,
  kind text,
  updated_at_ms bigint NOT NULL`
const macros = `
  title text NOT NULL,
  language text,
  kind text,
  body text,
  steps_json jsonb NOT NULL`

export const knowledge: Migration = {
  version: 60,
  name: 'knowledge',
  sql: [
    rowTable('known_issues', knownIssues),
    rowTable('articles', articles),
    rowTable('macros', macros),
  ].join('\n'),
}
