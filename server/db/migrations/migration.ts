/** One step of the schema, run once inside a transaction. Versions go by tens, so that a fix can go between. */
export type Migration = { readonly version: number; readonly name: string; readonly sql: string }

/** Type of ids: byte order everywhere, whatever the database's own collation, so that keyset paging is stable. */
export const ID = 'text COLLATE "C"'

/** The workspace of the transaction. `set_config(…, true)` leaves '' behind on a connection: that is nobody's. */
const CURRENT = `(SELECT nullif(current_setting('tandem.workspace', true), ''))`

/** Closes a table to the app's role: own workspace only, and never without one. Forced: the owner is no exception. */
export function lockDown(table: string, column = 'workspace_id'): string {
  return `
    ALTER TABLE tandem.${table} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE tandem.${table} FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_workspace ON tandem.${table}
      USING (${column} = ${CURRENT}) WITH CHECK (${column} = ${CURRENT});
    GRANT SELECT, INSERT, UPDATE, DELETE ON tandem.${table} TO tandem_app;`
}

/** A table of rows that travel: `columns` as in shared/domain, key and wall included. */
export function rowTable(table: string, columns: string, indexes: readonly string[] = []): string {
  const indexed = indexes.map(
    column =>
      `CREATE INDEX ${table}_${column} ON tandem.${table} (workspace_id, ${column}) ${notNull(columns, column)};`,
  )
  return `
    CREATE TABLE tandem.${table} (
      workspace_id ${ID} NOT NULL,
      id ${ID} NOT NULL,
      ${columns.trim()},
      PRIMARY KEY (workspace_id, id)
    );
    ${indexed.join('\n    ')}
    ${lockDown(table)}`
}

/** Nobody looks rows up by "none": nullable references are indexed where they are set. */
function notNull(columns: string, column: string): string {
  const line = columns.split('\n').find(text => text.trim().startsWith(`${column} `)) ?? ''
  return line.includes('NOT NULL') ? '' : `WHERE ${column} IS NOT NULL`
}
