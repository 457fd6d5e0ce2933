import type { Migration } from './migration.ts'

/** A first fill looks for the own unsolved tickets and walks the customers of a scope: neither reads the whole hub. */
export const snapshotWalk: Migration = {
  version: 780,
  name: 'snapshot-walk',
  sql: `
    CREATE INDEX threads_unsolved_assignee ON tandem.threads (workspace_id, assignee_id)
      WHERE assignee_id IS NOT NULL AND state NOT IN ('solved', 'closed');
    CREATE INDEX threads_unsolved_team ON tandem.threads (workspace_id, team_id)
      WHERE team_id IS NOT NULL AND state NOT IN ('solved', 'closed');
    CREATE INDEX group_audience_keys ON tandem.group_audience USING gin (keys);
  `,
}
