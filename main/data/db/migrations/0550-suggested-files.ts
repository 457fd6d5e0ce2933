import type { Migration } from '../migration.ts'

/** Files of a suggested answer: of few attachments, so the index holds those alone. */
export const suggestedFiles: Migration = {
  version: 550,
  name: 'suggested-files',
  sql: `
    ALTER TABLE attachments ADD COLUMN proposal_id TEXT;
    /* What a newer hub sent before the column was here. */
    UPDATE attachments SET
      proposal_id = json_extract(extra_json, '$.proposalId'),
      extra_json = nullif(json_remove(extra_json, '$.proposalId'), '{}')
    WHERE extra_json IS NOT NULL;
    CREATE INDEX attachments_by_proposal ON attachments (proposal_id) WHERE proposal_id IS NOT NULL;
  `,
}
