import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Money and cases: approvals and what may be given away, disputes, goodwill, points, complaints, what people look for. */
export const cases: Migration = {
  version: 300,
  name: 'cases',
  sql: `
    CREATE TABLE allowances (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      role TEXT NOT NULL,
      currency TEXT NOT NULL,
      return_minor INTEGER,
      correction_minor INTEGER,
      goodwill_minor INTEGER,
      goodwill_month_minor INTEGER,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX allowances_by_currency ON allowances (currency);

    CREATE TABLE approvals (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      subject_kind TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      charge_id TEXT,
      amount_minor INTEGER NOT NULL,
      currency TEXT NOT NULL,
      state TEXT NOT NULL,
      reason TEXT,
      requested_by TEXT,
      requested_at_ms INTEGER NOT NULL,
      decided_by TEXT,
      decided_at_ms INTEGER,
      decision TEXT,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX approvals_by_customer ON approvals (customer_id);
    CREATE INDEX approvals_by_ticket ON approvals (ticket_id) WHERE ticket_id IS NOT NULL;
    CREATE INDEX approvals_by_subject ON approvals (subject_id);
    CREATE INDEX approvals_waiting ON approvals (requested_at_ms) WHERE state = 'requested';

    CREATE TABLE disputes (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      charge_id TEXT NOT NULL,
      invoice_id TEXT,
      cause TEXT NOT NULL,
      note TEXT,
      state TEXT NOT NULL,
      currency TEXT NOT NULL,
      before_minor INTEGER NOT NULL,
      after_minor INTEGER,
      reason TEXT,
      opened_by TEXT,
      opened_at_ms INTEGER NOT NULL,
      corrected_by TEXT,
      closed_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX disputes_by_customer ON disputes (customer_id);
    CREATE INDEX disputes_by_ticket ON disputes (ticket_id) WHERE ticket_id IS NOT NULL;
    CREATE INDEX disputes_by_charge ON disputes (charge_id);

    CREATE TABLE goodwills (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      agent_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      amount_minor INTEGER NOT NULL,
      currency TEXT NOT NULL,
      reason TEXT NOT NULL,
      state TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL,
      decided_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX goodwills_by_customer ON goodwills (customer_id);
    CREATE INDEX goodwills_by_ticket ON goodwills (ticket_id) WHERE ticket_id IS NOT NULL;

    CREATE TABLE loyalty_entries (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      points INTEGER NOT NULL,
      reason TEXT NOT NULL,
      source_id TEXT,
      note TEXT,
      by_id TEXT,
      at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX loyalty_entries_by_customer ON loyalty_entries (customer_id);
    CREATE INDEX loyalty_entries_by_ticket ON loyalty_entries (ticket_id) WHERE ticket_id IS NOT NULL;

    CREATE TABLE complaints (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      title TEXT NOT NULL,
      severity TEXT NOT NULL,
      owner_id TEXT,
      state TEXT NOT NULL,
      mentions_review INTEGER NOT NULL,
      outcome TEXT,
      opened_by TEXT,
      opened_at_ms INTEGER NOT NULL,
      closed_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX complaints_by_customer ON complaints (customer_id);
    CREATE INDEX complaints_by_ticket ON complaints (ticket_id) WHERE ticket_id IS NOT NULL;

    CREATE TABLE recovery_steps (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      complaint_id TEXT NOT NULL,
      title TEXT NOT NULL,
      due_at_ms INTEGER NOT NULL,
      done_at_ms INTEGER,
      done_by TEXT,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX recovery_steps_by_customer ON recovery_steps (customer_id);
    CREATE INDEX recovery_steps_by_complaint ON recovery_steps (complaint_id);

    CREATE TABLE needs (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      occasion TEXT NOT NULL,
      budget_minor INTEGER,
      currency TEXT,
      wishes_json TEXT NOT NULL,
      product_ids_json TEXT NOT NULL,
      steps_json TEXT NOT NULL,
      created_by TEXT,
      created_at_ms INTEGER NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX needs_by_customer ON needs (customer_id);
    CREATE INDEX needs_by_ticket ON needs (ticket_id) WHERE ticket_id IS NOT NULL;

    CREATE TABLE spendings (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      agent_id TEXT NOT NULL,
      currency TEXT NOT NULL,
      spent_json TEXT NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX spendings_by_agent ON spendings (agent_id);

    ALTER TABLE return_cases ADD COLUMN lines_json TEXT;
    ALTER TABLE return_cases ADD COLUMN decision TEXT;
    ALTER TABLE products ADD COLUMN description TEXT;
    ALTER TABLE products ADD COLUMN tags_json TEXT;
    /* What a newer hub sent before these columns were here. */
    UPDATE return_cases SET
      lines_json = json_extract(extra_json, '$.lines'),
      decision = json_extract(extra_json, '$.decision'),
      extra_json = nullif(json_remove(extra_json, '$.lines', '$.decision'), '{}')
    WHERE extra_json IS NOT NULL;
    UPDATE products SET
      description = json_extract(extra_json, '$.description'),
      tags_json = json_extract(extra_json, '$.tags'),
      extra_json = nullif(json_remove(extra_json, '$.description', '$.tags'), '{}')
    WHERE extra_json IS NOT NULL;
    ${bringTables('allowances', 'approvals', 'disputes', 'goodwills', 'loyaltyEntries', 'complaints', 'recoverySteps', 'needs', 'spendings')}
  `,
}
