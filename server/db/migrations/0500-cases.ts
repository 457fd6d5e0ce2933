import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const allowances = `
  role text NOT NULL,
  currency text NOT NULL,
  return_minor bigint,
  correction_minor bigint,
  goodwill_minor bigint,
  goodwill_month_minor bigint,
  updated_at_ms bigint NOT NULL`

const approvals = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  subject_kind text NOT NULL,
  subject_id ${ID} NOT NULL,
  charge_id ${ID},
  amount_minor bigint NOT NULL,
  currency text NOT NULL,
  state text NOT NULL,
  reason text,
  requested_by ${ID},
  requested_at_ms bigint NOT NULL,
  decided_by ${ID},
  decided_at_ms bigint,
  decision text`

const disputes = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  charge_id ${ID} NOT NULL,
  invoice_id ${ID},
  cause text NOT NULL,
  note text,
  state text NOT NULL,
  currency text NOT NULL,
  before_minor bigint NOT NULL,
  after_minor bigint,
  reason text,
  opened_by ${ID},
  opened_at_ms bigint NOT NULL,
  corrected_by ${ID},
  closed_at_ms bigint`

const goodwills = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  agent_id ${ID} NOT NULL,
  kind text NOT NULL,
  amount_minor bigint NOT NULL,
  currency text NOT NULL,
  reason text NOT NULL,
  state text NOT NULL,
  created_at_ms bigint NOT NULL,
  decided_at_ms bigint`

const loyaltyEntries = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  points bigint NOT NULL,
  reason text NOT NULL,
  source_id ${ID},
  note text,
  by_id ${ID},
  at_ms bigint NOT NULL`

const complaints = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  title text NOT NULL,
  severity text NOT NULL,
  owner_id ${ID},
  state text NOT NULL,
  mentions_review boolean NOT NULL,
  outcome text,
  opened_by ${ID},
  opened_at_ms bigint NOT NULL,
  closed_at_ms bigint`

const recoverySteps = `
  customer_id ${ID} NOT NULL,
  complaint_id ${ID} NOT NULL,
  title text NOT NULL,
  due_at_ms bigint NOT NULL,
  done_at_ms bigint,
  done_by ${ID}`

const needs = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  occasion text NOT NULL,
  budget_minor bigint,
  currency text,
  wishes_json jsonb NOT NULL,
  product_ids_json jsonb NOT NULL,
  steps_json jsonb NOT NULL,
  created_by ${ID},
  created_at_ms bigint NOT NULL,
  updated_at_ms bigint NOT NULL`

const spendings = `
  agent_id ${ID} NOT NULL,
  currency text NOT NULL,
  spent_json jsonb NOT NULL,
  updated_at_ms bigint NOT NULL`

/** Money and cases: approvals and what may be given away, disputes, goodwill, points, complaints, what people look for. */
export const cases: Migration = {
  version: 500,
  name: 'cases',
  sql: [
    rowTable('allowances', allowances, ['currency']),
    rowTable('approvals', approvals, ['customer_id', 'ticket_id', 'subject_id']),
    rowTable('disputes', disputes, ['customer_id', 'ticket_id', 'charge_id']),
    rowTable('goodwills', goodwills, ['customer_id', 'ticket_id']),
    rowTable('loyalty_entries', loyaltyEntries, ['customer_id', 'ticket_id']),
    rowTable('complaints', complaints, ['customer_id', 'ticket_id']),
    rowTable('recovery_steps', recoverySteps, ['customer_id', 'complaint_id']),
    rowTable('needs', needs, ['customer_id', 'ticket_id']),
    rowTable('spendings', spendings, ['agent_id']),
    'ALTER TABLE tandem.return_cases ADD COLUMN lines_json jsonb, ADD COLUMN decision text;',
    'ALTER TABLE tandem.products ADD COLUMN description text, ADD COLUMN tags_json jsonb;',
  ].join('\n'),
}
