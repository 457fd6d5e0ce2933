import type { Migration } from '../migration.ts'

export const readingMarks: Migration = {
  version: 160,
  name: 'reading-marks',
  sql: `
    /* How far each ticket was read on this laptop: what came later is unread. Of this laptop only, never synced. */
    CREATE TABLE reading_marks (
      ticket_id TEXT NOT NULL PRIMARY KEY,
      /* Highest messages.seq that was on the screen. */
      seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
