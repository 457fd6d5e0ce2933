import type { Migration } from './migration.ts'

/** Things name themselves by their serial numbers when they say what happened to them. */
export const productEvents: Migration = {
  version: 630,
  name: 'product-events',
  sql: `
    CREATE INDEX assets_by_serial ON tandem.assets (workspace_id, upper(serial)) WHERE serial IS NOT NULL;
  `,
}
