import type { Migration } from './migration.ts'

/**
 * Where the feed stood when this history of the workspace began: what waited to leave by then may have left under the
 * history before.
 */
export const epochSeq: Migration = {
  version: 760,
  name: 'epoch-seq',
  sql: `
    ALTER TABLE tandem.workspaces ADD COLUMN epoch_seq bigint NOT NULL DEFAULT 0;
  `,
}
