import type { Migration } from './migration.ts'
import { ID } from './migration.ts'

/** Files of a suggested answer: of few attachments, so the index holds those alone. */
export const suggestedFiles: Migration = {
  version: 850,
  name: 'suggested-files',
  sql: `
    ALTER TABLE tandem.attachments ADD COLUMN proposal_id ${ID};
    CREATE INDEX attachments_proposal_id ON tandem.attachments (workspace_id, proposal_id)
      WHERE proposal_id IS NOT NULL;
  `,
}
