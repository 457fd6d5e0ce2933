import type { Migration } from './migration.ts'

/** What another system reports, and when it last changed it; customers by the name that system has for them. */
export const records: Migration = {
  version: 870,
  name: 'records',
  sql: `
    ALTER TABLE tandem.products ADD COLUMN version bigint, ADD COLUMN reported_at_ms bigint;
    ALTER TABLE tandem.orders ADD COLUMN reported_at_ms bigint;
    ALTER TABLE tandem.invoices ADD COLUMN reported_at_ms bigint;
    ALTER TABLE tandem.customers ADD COLUMN reported_at_ms bigint;
    CREATE INDEX customers_reference ON tandem.customers (workspace_id, (fields_json ->> 'reference'))
      WHERE fields_json ->> 'reference' IS NOT NULL;
  `,
}
