import type { Migration } from '../migration.ts'

/** Messages of which nobody knows whether they have left: nearly always none among all. */
export const doubtful: Migration = {
  version: 500,
  name: 'doubtful',
  sql: `
    CREATE INDEX messages_doubtful ON messages (written_at_ms, id) WHERE delivery = 'unknown';
  `,
}
