import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Which fields tickets of a kind of work have. */
export const ticketForms: Migration = {
  version: 630,
  name: 'ticket-forms',
  sql: `
    CREATE TABLE ticket_forms (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      kind TEXT NOT NULL,
      version INTEGER NOT NULL,
      items_json TEXT NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX ticket_forms_by_kind ON ticket_forms (kind);
    ${bringTables('ticketForms')}
  `,
}
