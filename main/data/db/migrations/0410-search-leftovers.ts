import type { Migration } from '../migration.ts'

export const searchLeftovers: Migration = {
  version: 410,
  name: 'search-leftovers',
  sql: `
    /* Indexes that still hold words of rows which have left: their parts are merged little by little. */
    CREATE TABLE search_leftovers (
      table_name TEXT NOT NULL PRIMARY KEY,
      /* All parts have been put together for it. */
      is_begun INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
}
