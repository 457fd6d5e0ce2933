import type { Migration } from './migration.ts'

/** What people did while they were watched. */
export const studies: Migration = {
  version: 1110,
  name: 'studies',
  sql: 'ALTER TABLE tandem.feedback ADD COLUMN watched text;',
}
