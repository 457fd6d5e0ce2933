import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const gaps = `
  words text NOT NULL,
  kind text,
  ticket_id ${ID},
  agent_id ${ID},
  asked_at_ms bigint NOT NULL,
  state text NOT NULL,
  article_id ${ID}`

/** What was looked for and not written yet. */
export const articleGaps: Migration = {
  version: 1070,
  name: 'article-gaps',
  sql: rowTable('article_gaps', gaps, ['ticket_id', 'article_id']),
}
