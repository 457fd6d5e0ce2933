import type { Migration } from './migration.ts'

/** What supervisors look at: laptops with their last report, and what is open, solved or written lately. */
export const floor: Migration = {
  version: 180,
  name: 'floor',
  sql: `
    ALTER TABLE tandem.clients
      ADD COLUMN unsent_replies bigint,
      ADD COLUMN unsent_tickets bigint,
      ADD COLUMN claimed bigint,
      ADD COLUMN is_encrypted boolean,
      ADD COLUMN skew_ms bigint,
      ADD COLUMN status text,
      ADD COLUMN status_until_ms bigint,
      ADD COLUMN status_set_at_ms bigint,
      /* Connected until then, unless it says so again; the connection that said it takes it back. */
      ADD COLUMN live_until_ms bigint,
      ADD COLUMN live_connection text;

    /* Nulls are in it too: what is open is found by them, what was solved lately by its time. */
    CREATE INDEX threads_solved ON tandem.threads (workspace_id, solved_at_ms);
    CREATE INDEX surveys_asked ON tandem.surveys (workspace_id, asked_at_ms);
    /* Messages lie in the order in which they came, so a summary of the blocks is enough. */
    CREATE INDEX messages_accepted ON tandem.messages USING brin (accepted_at_ms) WITH (pages_per_range = 32);
    CREATE INDEX events_at ON tandem.events USING brin (at_ms) WITH (pages_per_range = 32);
  `,
}
