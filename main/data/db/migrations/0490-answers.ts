import type { Migration } from '../migration.ts'

/** Articles and canned replies are kept in the console: versions, who and when, and what is retired. */
export const answers: Migration = {
  version: 490,
  name: 'answers',
  sql: `
    ALTER TABLE articles ADD COLUMN version INTEGER;
    ALTER TABLE articles ADD COLUMN updated_by TEXT;
    ALTER TABLE macros ADD COLUMN version INTEGER;
    ALTER TABLE macros ADD COLUMN updated_at_ms INTEGER;
    ALTER TABLE macros ADD COLUMN updated_by TEXT;
    ALTER TABLE macros ADD COLUMN retired_at_ms INTEGER;
    /* What a newer hub sent before these columns were here. */
    UPDATE articles SET
      version = json_extract(extra_json, '$.version'),
      updated_by = json_extract(extra_json, '$.updatedBy'),
      extra_json = nullif(json_remove(extra_json, '$.version', '$.updatedBy'), '{}')
    WHERE extra_json IS NOT NULL;
    UPDATE macros SET
      version = json_extract(extra_json, '$.version'),
      updated_at_ms = json_extract(extra_json, '$.updatedAtMs'),
      updated_by = json_extract(extra_json, '$.updatedBy'),
      retired_at_ms = json_extract(extra_json, '$.retiredAtMs'),
      extra_json = nullif(
        json_remove(extra_json, '$.version', '$.updatedAtMs', '$.updatedBy', '$.retiredAtMs'), '{}')
    WHERE extra_json IS NOT NULL;
  `,
}
