import type { Migration } from './migration.ts'

/** Who was erased is asked with the end of a snapshot, by laptops that were away for longer than tombstones are kept. */
export const erasedForEver: Migration = {
  version: 590,
  name: 'erased-for-ever',
  sql: `
    CREATE INDEX feed_erased ON tandem.feed (workspace_id, seq)
      WHERE kind = 'tombstone' AND table_name = 'customers';
  `,
}
