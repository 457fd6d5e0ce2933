import type { Migration } from './migration.ts'
import { ID, lockDown } from './migration.ts'

/** That somebody was erased, when, by whom and why; nothing about them but an id that leads nowhere any more. */
export const erasures: Migration = {
  version: 440,
  name: 'erasures',
  sql: `
    CREATE TABLE tandem.erasures (
      workspace_id ${ID} NOT NULL,
      customer_id ${ID} NOT NULL,
      /* Null: from the hub's own command line. */
      agent_id ${ID},
      reason text NOT NULL,
      at_ms bigint NOT NULL,
      PRIMARY KEY (workspace_id, customer_id, at_ms)
    );
    ${lockDown('erasures')}`,
}
