import type { Migration } from '../migration.ts'

/** An update to all goes to those this laptop does not hold as well: what the hub is asked for, and how far it is. */
export const restTold: Migration = {
  version: 450,
  name: 'rest-told',
  sql: `
    ALTER TABLE issue_updates ADD COLUMN rest_state TEXT;
    ALTER TABLE issue_updates ADD COLUMN rest_told INTEGER;
    ALTER TABLE issue_updates ADD COLUMN rest_left INTEGER;
    ALTER TABLE issue_updates ADD COLUMN rest_plan_json TEXT;
    /* What a newer hub sent before these columns were here. */
    UPDATE issue_updates SET
      rest_state = json_extract(extra_json, '$.restState'),
      rest_told = json_extract(extra_json, '$.restTold'),
      rest_left = json_extract(extra_json, '$.restLeft'),
      rest_plan_json = json_extract(extra_json, '$.restPlan'),
      extra_json = nullif(
        json_remove(extra_json, '$.restState', '$.restTold', '$.restLeft', '$.restPlan'), '{}')
    WHERE extra_json IS NOT NULL;
  `,
}
