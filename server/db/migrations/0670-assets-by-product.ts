import type { Migration } from './migration.ts'

/** Whom a known issue can hit next is asked by product. */
export const assetsByProduct: Migration = {
  version: 670,
  name: 'assets-by-product',
  sql: `
    CREATE INDEX assets_by_product ON tandem.assets (workspace_id, product_id) WHERE product_id IS NOT NULL;
  `,
}
