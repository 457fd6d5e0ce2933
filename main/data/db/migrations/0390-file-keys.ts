import type { Migration } from '../migration.ts'

export const fileKeys: Migration = {
  version: 390,
  name: 'file-keys',
  sql: `
    /* The key that takes the place of the other one; while it is here, a file may be sealed with either. */
    ALTER TABLE blob_keys ADD COLUMN next_key BLOB;
  `,
}
