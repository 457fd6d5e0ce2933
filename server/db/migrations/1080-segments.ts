import type { Migration } from './migration.ts'

/** Whom a rule for reaching out is about. */
export const segments: Migration = {
  version: 1080,
  name: 'segments',
  sql: 'ALTER TABLE tandem.outreach_rules ADD COLUMN segment_json jsonb;',
}
