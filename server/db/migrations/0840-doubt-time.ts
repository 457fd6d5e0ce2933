import type { Migration } from './migration.ts'

/** Until when another history of the workspace may have sent what this one does not know of; 0: there was none. */
export const doubtTime: Migration = {
  version: 840,
  name: 'doubt-time',
  sql: `
    ALTER TABLE tandem.workspaces ADD COLUMN doubt_at_ms bigint NOT NULL DEFAULT 0;
  `,
}
