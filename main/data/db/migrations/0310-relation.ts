import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Plans, reaching out, feedback, and the text a follow-up is written with. */
export const relation: Migration = {
  version: 310,
  name: 'relation',
  sql: `
    CREATE TABLE plan_templates (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      name TEXT NOT NULL,
      version INTEGER NOT NULL,
      steps_json TEXT NOT NULL,
      is_active INTEGER NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE plans (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      template_id TEXT,
      template_version INTEGER,
      name TEXT NOT NULL,
      owner_id TEXT,
      state TEXT NOT NULL,
      started_at_ms INTEGER NOT NULL,
      ended_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX plans_by_customer ON plans (customer_id, started_at_ms);
    CREATE INDEX plans_by_ticket ON plans (ticket_id);

    CREATE TABLE plan_steps (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      plan_id TEXT NOT NULL,
      ticket_id TEXT,
      position INTEGER NOT NULL,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      due_at_ms INTEGER NOT NULL,
      owner_id TEXT,
      state TEXT NOT NULL,
      closed_at_ms INTEGER,
      closed_by TEXT,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX plan_steps_by_plan ON plan_steps (plan_id, position);
    CREATE INDEX plan_steps_by_customer ON plan_steps (customer_id);
    CREATE INDEX plan_steps_by_ticket ON plan_steps (ticket_id);
    CREATE INDEX plan_steps_open_by_owner ON plan_steps (owner_id, due_at_ms) WHERE state = 'open';

    CREATE TABLE outreach_rules (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      reason TEXT NOT NULL,
      days INTEGER NOT NULL,
      is_active INTEGER NOT NULL,
      version INTEGER NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE outreach (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      reason TEXT NOT NULL,
      occasion TEXT NOT NULL,
      state TEXT NOT NULL,
      until_ms INTEGER,
      note TEXT,
      agent_id TEXT,
      at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX outreach_by_customer ON outreach (customer_id);

    CREATE TABLE feedback (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      kind TEXT NOT NULL,
      area TEXT NOT NULL,
      product_id TEXT,
      text TEXT NOT NULL,
      value_minor INTEGER,
      currency TEXT,
      state TEXT NOT NULL,
      created_by TEXT,
      created_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX feedback_by_customer ON feedback (customer_id, created_at_ms);
    CREATE INDEX feedback_by_ticket ON feedback (ticket_id);
    CREATE INDEX feedback_by_kind ON feedback (kind, created_at_ms);

    ALTER TABLE follow_ups ADD COLUMN macro_id TEXT;

    /* What outreach looks for: the few things that happened lately, not every customer. */
    CREATE INDEX orders_by_delivery ON orders (delivered_at_ms) WHERE delivered_at_ms IS NOT NULL;
    CREATE INDEX threads_solved_by_kind ON threads (kind, solved_at_ms) WHERE solved_at_ms IS NOT NULL;
    CREATE INDEX customers_by_renewal ON customers (json_extract(fields_json, '$.renewsOn'))
      WHERE json_extract(fields_json, '$.renewsOn') IS NOT NULL;
    /* Of promises the rate of those that were kept is worked out over a period. */
    CREATE INDEX promises_by_due ON promises (due_at_ms);
    ${bringTables('planTemplates', 'outreachRules', 'plans', 'planSteps', 'outreach', 'feedback')}
  `,
}
