import type { Migration } from './migration.ts'
import { ID, lockDown } from './migration.ts'

/**
 * Parts of a snapshot of everything, packed, for the next laptop that begins. Unlogged: they can be made again, so they are
 * not in the log, not on replicas, and gone after a crash. They are packed already, so they are not packed once more.
 */
export const snapshotShelf: Migration = {
  version: 1140,
  name: 'snapshot-shelf',
  sql: `
    CREATE UNLOGGED TABLE tandem.snapshot_shelves (
      workspace_id ${ID} NOT NULL,
      release text NOT NULL,
      epoch text NOT NULL,
      seq bigint NOT NULL,
      expected_rows bigint NOT NULL,
      begun_at timestamptz NOT NULL DEFAULT now(),
      PRIMARY KEY (workspace_id, release)
    );
    ${lockDown('snapshot_shelves')}
    CREATE UNLOGGED TABLE tandem.snapshot_parts (
      workspace_id ${ID} NOT NULL,
      release text NOT NULL,
      table_name text NOT NULL,
      after_id ${ID} NOT NULL,
      last_id ${ID} NOT NULL,
      row_count bigint NOT NULL,
      is_end boolean NOT NULL,
      packed bytea NOT NULL,
      PRIMARY KEY (workspace_id, release, table_name, after_id)
    );
    ALTER TABLE tandem.snapshot_parts ALTER COLUMN packed SET STORAGE EXTERNAL;
    ${lockDown('snapshot_parts')}`,
}
