import type { Migration } from '../migration.ts'

/** Notes on organisations, and what the system that keeps them calls them. */
export const organisationNotes: Migration = {
  version: 730,
  name: 'organisation-notes',
  sql: `
    ALTER TABLE organisations ADD COLUMN notes TEXT;
    ALTER TABLE organisations ADD COLUMN reference TEXT;
    ALTER TABLE organisations ADD COLUMN reported_at_ms INTEGER;
    /* What a newer hub sent before the columns were here. */
    UPDATE organisations SET
      notes = json_extract(extra_json, '$.notes'),
      reference = json_extract(extra_json, '$.reference'),
      reported_at_ms = json_extract(extra_json, '$.reportedAtMs'),
      extra_json = nullif(json_remove(extra_json, '$.notes', '$.reference', '$.reportedAtMs'), '{}')
    WHERE extra_json IS NOT NULL;
  `,
}
