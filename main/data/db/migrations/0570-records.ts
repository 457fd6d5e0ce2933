import type { Migration } from '../migration.ts'

/** What another system reports: when it last changed it. And which products were written by hand, how often. */
export const records: Migration = {
  version: 570,
  name: 'records',
  sql: `
    ALTER TABLE products ADD COLUMN version INTEGER;
    ALTER TABLE products ADD COLUMN reported_at_ms INTEGER;
    ALTER TABLE orders ADD COLUMN reported_at_ms INTEGER;
    ALTER TABLE invoices ADD COLUMN reported_at_ms INTEGER;
    ALTER TABLE customers ADD COLUMN reported_at_ms INTEGER;
    /* What a newer hub sent before the columns were here. */
    UPDATE products SET
      version = json_extract(extra_json, '$.version'),
      reported_at_ms = json_extract(extra_json, '$.reportedAtMs'),
      extra_json = nullif(json_remove(extra_json, '$.version', '$.reportedAtMs'), '{}')
    WHERE extra_json IS NOT NULL;
    UPDATE orders SET
      reported_at_ms = json_extract(extra_json, '$.reportedAtMs'),
      extra_json = nullif(json_remove(extra_json, '$.reportedAtMs'), '{}')
    WHERE extra_json IS NOT NULL;
    UPDATE invoices SET
      reported_at_ms = json_extract(extra_json, '$.reportedAtMs'),
      extra_json = nullif(json_remove(extra_json, '$.reportedAtMs'), '{}')
    WHERE extra_json IS NOT NULL;
    UPDATE customers SET
      reported_at_ms = json_extract(extra_json, '$.reportedAtMs'),
      extra_json = nullif(json_remove(extra_json, '$.reportedAtMs'), '{}')
    WHERE extra_json IS NOT NULL;
  `,
}
