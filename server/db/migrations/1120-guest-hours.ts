import type { Migration } from './migration.ts'

/** Hours a week agreed with a guest. */
export const guestHours: Migration = {
  version: 1120,
  name: 'guest-hours',
  sql: 'ALTER TABLE tandem.agents ADD COLUMN guest_hours bigint;',
}
