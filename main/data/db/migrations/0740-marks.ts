import type { Migration } from '../migration.ts'

/** What people agreed to about pinned lines and facts, and how careful these are to be kept. */
export const marks: Migration = {
  version: 740,
  name: 'marks',
  sql: `
    ALTER TABLE pins ADD COLUMN marks_json TEXT;
    ALTER TABLE customers ADD COLUMN facts_marks_json TEXT;
    /* What a newer hub sent before the columns were here. */
    UPDATE pins SET
      marks_json = json_extract(extra_json, '$.marks'),
      extra_json = nullif(json_remove(extra_json, '$.marks'), '{}')
    WHERE extra_json IS NOT NULL;
    UPDATE customers SET
      facts_marks_json = json_extract(extra_json, '$.factsMarks'),
      extra_json = nullif(json_remove(extra_json, '$.factsMarks'), '{}')
    WHERE extra_json IS NOT NULL;
  `,
}
