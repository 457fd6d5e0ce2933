import type { Migration } from './migration.ts'

/** An update to all goes to those the writing laptop does not hold as well: by the hub. */
export const restTold: Migration = {
  version: 660,
  name: 'rest-told',
  sql: `
    ALTER TABLE tandem.issue_updates ADD COLUMN rest_state text;
    ALTER TABLE tandem.issue_updates ADD COLUMN rest_told bigint;
    ALTER TABLE tandem.issue_updates ADD COLUMN rest_left bigint;
    ALTER TABLE tandem.issue_updates ADD COLUMN rest_plan_json jsonb;
    CREATE INDEX issue_updates_requested ON tandem.issue_updates (workspace_id) WHERE rest_state = 'requested';
  `,
}
