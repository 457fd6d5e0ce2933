import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const subscriptions = `
  customer_id ${ID} NOT NULL,
  product_id ${ID},
  name text NOT NULL,
  number text,
  state text NOT NULL,
  renews_on text,
  amount_minor bigint,
  currency text,
  term text,
  created_at_ms bigint NOT NULL,
  reported_at_ms bigint`

/** What customers have for a time, and the day it renews. */
export const subscriptionRows: Migration = {
  version: 880,
  name: 'subscriptions',
  sql: rowTable('subscriptions', subscriptions, ['customer_id']),
}
