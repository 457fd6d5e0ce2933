import type { Migration } from './migration.ts'
import { rowTable } from './migration.ts'

const forms = `
  kind text NOT NULL,
  version bigint NOT NULL,
  items_json jsonb NOT NULL,
  updated_at_ms bigint NOT NULL`

/** Which fields tickets of a kind of work have. */
export const ticketForms: Migration = {
  version: 930,
  name: 'ticket-forms',
  sql: rowTable('ticket_forms', forms, ['kind']),
}
