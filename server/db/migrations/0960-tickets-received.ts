import type { Migration } from './migration.ts'

/** Which tickets came lately: what shares of all tickets are counted over. */
export const ticketsReceived: Migration = {
  version: 960,
  name: 'tickets-received',
  sql: 'CREATE INDEX tickets_received ON tandem.tickets (workspace_id, created_at_ms);',
}
