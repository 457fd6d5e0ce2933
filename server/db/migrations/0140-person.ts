import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const issueLinks = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID} NOT NULL,
  issue_id ${ID} NOT NULL,
  created_by ${ID},
  created_at_ms bigint NOT NULL`

export const person: Migration = {
  version: 140,
  name: 'person',
  sql: [
    'ALTER TABLE tandem.drafts ADD COLUMN files_json jsonb;',
    rowTable('issue_links', issueLinks, ['customer_id', 'ticket_id', 'issue_id']),
  ].join('\n'),
}
