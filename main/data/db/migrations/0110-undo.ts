import type { Migration } from '../migration.ts'

export const undo: Migration = {
  version: 110,
  name: 'undo',
  sql: `
    /* How to take it back once it has left, and what stood in the intent before each edit that joined it. */
    ALTER TABLE outbox ADD COLUMN undo_json TEXT;
    ALTER TABLE outbox_done ADD COLUMN undo_json TEXT;
    CREATE INDEX outbox_done_by_group ON outbox_done (group_id) WHERE group_id IS NOT NULL;
    /* The agent may still change their mind: it does not leave before this moment. */
    ALTER TABLE outbox ADD COLUMN held_until_ms INTEGER;
  `,
}
