import type { Migration } from '../migration.ts'

export const commerce: Migration = {
  version: 50,
  name: 'commerce',
  sql: `
    CREATE TABLE orders (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      number TEXT NOT NULL,
      state TEXT NOT NULL,
      total_minor INTEGER NOT NULL,
      currency TEXT NOT NULL,
      carrier TEXT,
      tracking_code TEXT,
      placed_at_ms INTEGER NOT NULL,
      delivered_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX orders_by_customer ON orders (customer_id, placed_at_ms);

    CREATE TABLE order_lines (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      order_id TEXT NOT NULL,
      product_id TEXT,
      title TEXT NOT NULL,
      quantity INTEGER NOT NULL,
      unit_minor INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX order_lines_by_order ON order_lines (order_id);
    CREATE INDEX order_lines_by_customer ON order_lines (customer_id);

    CREATE TABLE return_cases (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      order_id TEXT,
      number TEXT NOT NULL,
      kind TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      amount_minor INTEGER NOT NULL,
      currency TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL,
      closed_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX return_cases_by_customer ON return_cases (customer_id, created_at_ms);
    CREATE INDEX return_cases_by_order ON return_cases (order_id);
    CREATE INDEX return_cases_by_ticket ON return_cases (ticket_id);

    CREATE TABLE invoices (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      order_id TEXT,
      number TEXT NOT NULL,
      state TEXT NOT NULL,
      total_minor INTEGER NOT NULL,
      currency TEXT NOT NULL,
      issued_at_ms INTEGER NOT NULL,
      due_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX invoices_by_customer ON invoices (customer_id, issued_at_ms);
    CREATE INDEX invoices_by_order ON invoices (order_id);

    CREATE TABLE charges (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      invoice_id TEXT,
      state TEXT NOT NULL,
      amount_minor INTEGER NOT NULL,
      currency TEXT NOT NULL,
      method TEXT,
      charged_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX charges_by_customer ON charges (customer_id, charged_at_ms);
    CREATE INDEX charges_by_invoice ON charges (invoice_id);

    CREATE TABLE assets (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      product_id TEXT,
      name TEXT NOT NULL,
      serial TEXT,
      version TEXT,
      state TEXT NOT NULL,
      down_since_ms INTEGER,
      acquired_at_ms INTEGER,
      environment_json TEXT NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX assets_by_customer ON assets (customer_id);
  `,
}
