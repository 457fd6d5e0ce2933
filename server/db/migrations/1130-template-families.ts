import type { Migration } from './migration.ts'

/** What a canned reply is for. */
export const templateFamilies: Migration = {
  version: 1130,
  name: 'template-families',
  sql: 'ALTER TABLE tandem.macros ADD COLUMN family text;',
}
