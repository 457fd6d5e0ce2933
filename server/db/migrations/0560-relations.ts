import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const columns = `
  customer_id ${ID} NOT NULL,
  other_customer_id ${ID},
  other_name text,
  kind text NOT NULL,
  note text,
  since_ms bigint,
  ended_at_ms bigint,
  created_by ${ID},
  created_at_ms bigint NOT NULL`

/** Who is a duplicate of whom, and who is what to whom. */
export const relations: Migration = {
  version: 560,
  name: 'relations',
  sql: [
    rowTable('relations', columns, ['customer_id', 'other_customer_id']),
    `ALTER TABLE tandem.customers ADD COLUMN merged_into_id ${ID};`,
    `CREATE INDEX customers_merged_into_id ON tandem.customers (workspace_id, merged_into_id)
      WHERE merged_into_id IS NOT NULL;`,
  ].join('\n'),
}
