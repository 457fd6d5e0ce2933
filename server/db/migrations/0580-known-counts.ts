import type { Migration } from './migration.ts'

/** How many have a known issue in the whole workspace, kept by the hub; and what waits for a supervisor, at hand. */
export const knownCounts: Migration = {
  version: 580,
  name: 'known-counts',
  sql: `
    ALTER TABLE tandem.known_issues ADD COLUMN ticket_count bigint;
    ALTER TABLE tandem.known_issues ADD COLUMN customer_count bigint;
    ALTER TABLE tandem.known_issues ADD COLUMN open_ticket_count bigint;
    CREATE INDEX approvals_waiting ON tandem.approvals (workspace_id, requested_at_ms, id) WHERE state = 'requested';
  `,
}
