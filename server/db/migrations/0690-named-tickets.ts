import type { Migration } from './migration.ts'

/** Which tickets have unsent work on a laptop, and which were taken there: supervisors open them from the numbers. */
export const namedTickets: Migration = {
  version: 690,
  name: 'named-tickets',
  sql: `
    ALTER TABLE tandem.clients
      ADD COLUMN unsent_ticket_ids jsonb NOT NULL DEFAULT '[]',
      ADD COLUMN claimed_ticket_ids jsonb NOT NULL DEFAULT '[]';
  `,
}
