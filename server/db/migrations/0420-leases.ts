import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const columns = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID} NOT NULL,
  agent_id ${ID} NOT NULL,
  taken_at_ms bigint NOT NULL,
  until_ms bigint NOT NULL,
  ended_at_ms bigint,
  ended_by ${ID}`

/** Tickets that agents work on offline. */
export const leases: Migration = {
  version: 420,
  name: 'leases',
  sql: rowTable('leases', columns, ['customer_id', 'ticket_id']),
}
