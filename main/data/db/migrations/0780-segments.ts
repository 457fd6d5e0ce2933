import type { Migration } from '../migration.ts'

/** Whom a rule for reaching out is about. */
export const segments: Migration = {
  version: 780,
  name: 'segments',
  sql: `
    ALTER TABLE outreach_rules ADD COLUMN segment_json TEXT;
    /* What a newer hub sent before the column was here. */
    UPDATE outreach_rules SET
      segment_json = json_extract(extra_json, '$.segment'),
      extra_json = nullif(json_remove(extra_json, '$.segment'), '{}')
    WHERE extra_json IS NOT NULL;
  `,
}
