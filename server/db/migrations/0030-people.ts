import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const agents = `
  name text NOT NULL,
  email text NOT NULL,
  role text NOT NULL,
  team_ids_json jsonb NOT NULL,
  is_active boolean NOT NULL`
const teams = `
  name text NOT NULL,
  kind text`
const organisations = `
  name text NOT NULL,
  domain text,
  country text`
const customers = `
  name text NOT NULL,
  organisation_id ${ID},
  job_title text,
  tier text,
  language text,
  time_zone text,
  preferred_channel text,
  journey_stage text,
  labels_json jsonb NOT NULL,
  facts text NOT NULL,
  fields_json jsonb NOT NULL,
  yearly_value_minor bigint,
  currency text,
  health bigint,
  customer_since_ms bigint,
  created_at_ms bigint NOT NULL`
const contactPoints = `
  customer_id ${ID} NOT NULL,
  kind text NOT NULL,
  value text NOT NULL,
  label text,
  is_primary boolean NOT NULL`
const followUps = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  title text NOT NULL,
  reason text,
  channel text,
  due_at_ms bigint NOT NULL,
  owner_id ${ID},
  state text NOT NULL,
  outcome text,
  created_at_ms bigint NOT NULL,
  completed_at_ms bigint`
const promises = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID},
  promise text NOT NULL,
  due_at_ms bigint NOT NULL,
  owner_id ${ID},
  state text NOT NULL,
  created_at_ms bigint NOT NULL,
  closed_at_ms bigint`

export const people: Migration = {
  version: 30,
  name: 'people',
  sql: [
    rowTable('agents', agents),
    rowTable('teams', teams),
    rowTable('organisations', organisations),
    rowTable('customers', customers, ['organisation_id']),
    rowTable('contact_points', contactPoints, ['customer_id', 'value']),
    rowTable('follow_ups', followUps, ['customer_id', 'ticket_id']),
    rowTable('promises', promises, ['customer_id', 'ticket_id']),
  ].join('\n'),
}
