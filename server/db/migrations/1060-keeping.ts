import type { Migration } from './migration.ts'
import { ID, lockDown, rowTable } from './migration.ts'

const holds = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  reason text NOT NULL,
  agent_id ${ID},
  placed_at_ms bigint NOT NULL`

/** What must not be removed for its age; and how much was removed on which day, without a word about anybody. */
export const keeping: Migration = {
  version: 1060,
  name: 'keeping',
  sql: `
    ${rowTable('holds', holds, ['customer_id', 'ticket_id'])}
    CREATE TABLE tandem.removals (
      workspace_id ${ID} NOT NULL,
      day text NOT NULL,
      tickets bigint NOT NULL,
      customers bigint NOT NULL,
      PRIMARY KEY (workspace_id, day)
    );
    ${lockDown('removals')}`,
}
