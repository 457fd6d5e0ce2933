import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const products = `
  name text NOT NULL,
  sku text,
  current_version text,
  price_minor bigint,
  currency text,
  is_active boolean NOT NULL`
const orders = `
  customer_id ${ID} NOT NULL,
  number text NOT NULL,
  state text NOT NULL,
  total_minor bigint NOT NULL,
  currency text NOT NULL,
  carrier text,
  tracking_code text,
  placed_at_ms bigint NOT NULL,
  delivered_at_ms bigint`
const orderLines = `
  customer_id ${ID} NOT NULL,
  order_id ${ID} NOT NULL,
  product_id ${ID},
  title text NOT NULL,
  quantity bigint NOT NULL,
  unit_minor bigint NOT NULL`
const returnCases = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  order_id ${ID},
  number text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL,
  reason text,
  amount_minor bigint NOT NULL,
  currency text NOT NULL,
  created_at_ms bigint NOT NULL,
  closed_at_ms bigint`
const invoices = `
  customer_id ${ID} NOT NULL,
  order_id ${ID},
  number text NOT NULL,
  state text NOT NULL,
  total_minor bigint NOT NULL,
  currency text NOT NULL,
  issued_at_ms bigint NOT NULL,
  due_at_ms bigint`
const charges = `
  customer_id ${ID} NOT NULL,
  invoice_id ${ID},
  state text NOT NULL,
  amount_minor bigint NOT NULL,
  currency text NOT NULL,
  method text,
  charged_at_ms bigint NOT NULL`
const assets = `
  customer_id ${ID} NOT NULL,
  product_id ${ID},
  name text NOT NULL,
  serial text,
  version text,
  state text NOT NULL,
  environment_json jsonb NOT NULL,
  down_since_ms bigint,
  acquired_at_ms bigint`
const surveys = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  kind text NOT NULL,
  score bigint,
  comment text,
  asked_at_ms bigint NOT NULL,
  answered_at_ms bigint,
  agent_id ${ID}`

export const commerce: Migration = {
  version: 50,
  name: 'commerce',
  sql: [
    rowTable('products', products),
    rowTable('orders', orders, ['customer_id']),
    rowTable('order_lines', orderLines, ['customer_id', 'order_id']),
    rowTable('return_cases', returnCases, ['customer_id', 'ticket_id', 'order_id']),
    rowTable('invoices', invoices, ['customer_id', 'order_id']),
    rowTable('charges', charges, ['customer_id', 'invoice_id']),
    rowTable('assets', assets, ['customer_id']),
    rowTable('surveys', surveys, ['customer_id', 'ticket_id']),
  ].join('\n'),
}
