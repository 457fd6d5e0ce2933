import type { Migration } from './migration.ts'
import { ID, lockDown } from './migration.ts'

/** Who was let in as a guest, changed or ended, by whom and when. It never travels. */
export const guestRecords: Migration = {
  version: 810,
  name: 'guest-records',
  sql: `
    CREATE TABLE tandem.guest_records (
      workspace_id ${ID} NOT NULL,
      seq bigint GENERATED ALWAYS AS IDENTITY,
      agent_id ${ID} NOT NULL,
      what text NOT NULL,
      /* Null: from the hub's own command line. */
      by_id ${ID},
      at_ms bigint NOT NULL,
      team_ids_json jsonb NOT NULL,
      until_ms bigint,
      PRIMARY KEY (workspace_id, seq)
    );
    ${lockDown('guest_records')}`,
}
