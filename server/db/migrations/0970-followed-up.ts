import type { Migration } from './migration.ts'

/** Follow-ups by when they are due, painful incidents by when they ended: what the board counts of a month. */
export const followedUp: Migration = {
  version: 970,
  name: 'followed-up',
  sql: `
    CREATE INDEX follow_ups_due ON tandem.follow_ups (workspace_id, due_at_ms);
    CREATE INDEX handshakes_at ON tandem.handshakes (workspace_id, at_ms);
  `,
}
