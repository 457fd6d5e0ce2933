import type { Migration } from '../migration.ts'

/** What people did while they were watched. */
export const studies: Migration = {
  version: 810,
  name: 'studies',
  sql: `
    ALTER TABLE feedback ADD COLUMN watched TEXT;
    /* What a newer hub sent before the column was here. */
    UPDATE feedback SET
      watched = json_extract(extra_json, '$.watched'),
      extra_json = nullif(json_remove(extra_json, '$.watched'), '{}')
    WHERE extra_json IS NOT NULL;
  `,
}
