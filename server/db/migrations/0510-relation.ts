import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const planTemplates = `
  name text NOT NULL,
  version bigint NOT NULL,
  steps_json jsonb NOT NULL,
  is_active boolean NOT NULL,
  updated_at_ms bigint NOT NULL`
const plans = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  template_id ${ID},
  template_version bigint,
  name text NOT NULL,
  owner_id ${ID},
  state text NOT NULL,
  started_at_ms bigint NOT NULL,
  ended_at_ms bigint`
const planSteps = `
  customer_id ${ID} NOT NULL,
  plan_id ${ID} NOT NULL,
  ticket_id ${ID},
  position bigint NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  due_at_ms bigint NOT NULL,
  owner_id ${ID},
  state text NOT NULL,
  closed_at_ms bigint,
  closed_by ${ID}`
const outreachRules = `
  reason text NOT NULL,
  days bigint NOT NULL,
  is_active boolean NOT NULL,
  version bigint NOT NULL,
  updated_at_ms bigint NOT NULL`
const outreach = `
  customer_id ${ID} NOT NULL,
  reason text NOT NULL,
  occasion text NOT NULL,
  state text NOT NULL,
  until_ms bigint,
  note text,
  agent_id ${ID},
  at_ms bigint NOT NULL`
const feedback = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  kind text NOT NULL,
  area text NOT NULL,
  product_id ${ID},
  text text NOT NULL,
  value_minor bigint,
  currency text,
  state text NOT NULL,
  created_by ${ID},
  created_at_ms bigint NOT NULL`

/** Plans, reaching out, feedback, and the text a follow-up is written with. */
export const relation: Migration = {
  version: 510,
  name: 'relation',
  sql: [
    rowTable('plan_templates', planTemplates),
    rowTable('plans', plans, ['customer_id', 'ticket_id']),
    rowTable('plan_steps', planSteps, ['customer_id', 'plan_id', 'ticket_id']),
    rowTable('outreach_rules', outreachRules),
    rowTable('outreach', outreach, ['customer_id']),
    rowTable('feedback', feedback, ['customer_id', 'ticket_id']),
    `ALTER TABLE tandem.follow_ups ADD COLUMN macro_id ${ID};`,
  ].join('\n'),
}
