import type { Migration } from './migration.ts'
import { ID, lockDown } from './migration.ts'

export const workspaces: Migration = {
  version: 10,
  name: 'workspaces',
  sql: `
    CREATE TABLE tandem.workspaces (
      id ${ID} PRIMARY KEY,
      name text NOT NULL,
      slug text NOT NULL UNIQUE,
      /* New after a restore: laptops then send again what the backup may not have seen. */
      epoch text NOT NULL,
      scope_policy text NOT NULL DEFAULT 'everything' CHECK (scope_policy IN ('everything', 'teams')),
      /* Part of every cursor: a change sends everybody to a fresh snapshot. */
      scope_stamp bigint NOT NULL DEFAULT 0,
      created_at_ms bigint NOT NULL
    );
    ${lockDown('workspaces', 'id')}
    /* Administration lists workspaces; an owner that is no superuser is under the wall too. */
    CREATE POLICY administration ON tandem.workspaces TO CURRENT_USER USING (true) WITH CHECK (true);

    /* Its own table: the counter of a create must not wait for whoever reads or changes the settings. */
    CREATE TABLE tandem.ticket_counter (
      workspace_id ${ID} PRIMARY KEY,
      last_number bigint NOT NULL DEFAULT 0
    );
    ${lockDown('ticket_counter')}
  `,
}
