import type { Migration } from '../migration.ts'

/** Follow-ups by when they are due, done or not, and painful incidents by when they ended. */
export const followedUp: Migration = {
  version: 660,
  name: 'followed-up',
  sql: `
    CREATE INDEX follow_ups_by_due ON follow_ups (due_at_ms, id);
    CREATE INDEX handshakes_by_time ON handshakes (at_ms, id);
  `,
}
