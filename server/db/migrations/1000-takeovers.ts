import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const columns = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID} NOT NULL,
  bot text NOT NULL,
  reason text NOT NULL,
  words text,
  asked_at_ms bigint NOT NULL,
  taken_by ${ID},
  taken_at_ms bigint`

/** Tickets a bot began, until a person has them. */
export const takeovers: Migration = {
  version: 1000,
  name: 'takeovers',
  sql: rowTable('takeovers', columns, ['customer_id', 'ticket_id']),
}
