import type { Migration } from '../migration.ts'

/**
 * One index a table, its rowid the local_id of the row. The text goes through shared/rules/search-text.ts first, so the
 * tokenizer only has to cut at spaces. No copy of the text is kept: whoever changes a row hands over the text that was indexed.
 */
const searchTable = (name: string): string => `
    CREATE VIRTUAL TABLE search_${name} USING fts5 (
      text, content = '', columnsize = 0, prefix = '2 3', tokenize = 'ascii'
    );
    /* What is removed is overwritten, not only marked. */
    INSERT INTO search_${name} (search_${name}, rank) VALUES ('secure-delete', 1);`

const SEARCHED = [
  'tickets',
  'messages',
  'notes',
  'attachments',
  'customers',
  'contact_points',
  'articles',
  'known_issues',
]

export const search: Migration = {
  version: 80,
  name: 'search',
  sql: `${SEARCHED.map(searchTable).join('\n')}

    /* Rows with a local_id up to this one are indexed; absent: all are. text_version: of the search text function. */
    CREATE TABLE search_progress (
      table_name TEXT NOT NULL PRIMARY KEY,
      up_to_local_id INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE search_version (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      text_version INTEGER NOT NULL
    ) STRICT;
  `,
}
