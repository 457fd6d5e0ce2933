import type { Migration } from './migration.ts'

/** What people agreed to about pinned lines and facts, and how careful these are to be kept. */
export const marks: Migration = {
  version: 1030,
  name: 'marks',
  sql: `
    ALTER TABLE tandem.pins ADD COLUMN marks_json jsonb;
    ALTER TABLE tandem.customers ADD COLUMN facts_marks_json jsonb;
  `,
}
