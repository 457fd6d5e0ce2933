import type { Migration } from '../migration.ts'

/** Hours a week agreed with a guest. */
export const guestHours: Migration = {
  version: 820,
  name: 'guest-hours',
  sql: `
    ALTER TABLE agents ADD COLUMN guest_hours INTEGER;
    /* What a newer hub sent before the column was here. */
    UPDATE agents SET
      guest_hours = json_extract(extra_json, '$.guestHours'),
      extra_json = nullif(json_remove(extra_json, '$.guestHours'), '{}')
    WHERE extra_json IS NOT NULL;
  `,
}
