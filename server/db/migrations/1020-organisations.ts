import type { Migration } from './migration.ts'

/** Notes on organisations, and what the system that keeps them calls them; found by that name or by their domain. */
export const organisationNotes: Migration = {
  version: 1020,
  name: 'organisation-notes',
  sql: `
    ALTER TABLE tandem.organisations
      ADD COLUMN notes text, ADD COLUMN reference text, ADD COLUMN reported_at_ms bigint;
    CREATE INDEX organisations_reference ON tandem.organisations (workspace_id, reference)
      WHERE reference IS NOT NULL;
    CREATE INDEX organisations_domain ON tandem.organisations (workspace_id, (lower(domain)))
      WHERE domain IS NOT NULL;
  `,
}
