import type { Migration } from '../migration.ts'

/** What a canned reply is for. */
export const templateFamilies: Migration = {
  version: 840,
  name: 'template-families',
  sql: `
    ALTER TABLE macros ADD COLUMN family TEXT;
    /* What a newer hub sent before the column was here. */
    UPDATE macros SET
      family = json_extract(extra_json, '$.family'),
      extra_json = nullif(json_remove(extra_json, '$.family'), '{}')
    WHERE extra_json IS NOT NULL;
  `,
}
