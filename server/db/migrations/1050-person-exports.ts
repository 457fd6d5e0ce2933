import type { Migration } from './migration.ts'
import { ID, lockDown } from './migration.ts'

/** That everything about somebody was handed out, when and by whom. It never travels. */
export const personExports: Migration = {
  version: 1050,
  name: 'person-exports',
  sql: `
    CREATE TABLE tandem.person_exports (
      workspace_id ${ID} NOT NULL,
      seq bigint GENERATED ALWAYS AS IDENTITY,
      customer_id ${ID} NOT NULL,
      /* Null: from the hub's own command line. */
      agent_id ${ID},
      at_ms bigint NOT NULL,
      PRIMARY KEY (workspace_id, seq)
    );
    ${lockDown('person_exports')}`,
}
