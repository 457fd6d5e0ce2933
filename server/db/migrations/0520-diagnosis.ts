import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const ofTicket = ['customer_id', 'ticket_id'] as const
const place = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID} NOT NULL,`

const diagnoses = `${place}
  symptom text NOT NULL,
  error_code text,
  first_seen_at_ms bigint,
  frequency text,
  asset_id ${ID},
  environment_json jsonb NOT NULL,
  updated_at_ms bigint NOT NULL,
  updated_by ${ID}`

const askedTried = `${place}
  kind text NOT NULL,
  words text NOT NULL,
  detail_key text,
  result text,
  outcome text,
  source text NOT NULL,
  message_id ${ID},
  run_id ${ID},
  step_id text,
  agent_id ${ID},
  at_ms bigint NOT NULL,
  closed_at_ms bigint,
  closed_by ${ID}`

const remoteSessions = `${place}
  asset_id ${ID},
  tool text NOT NULL,
  consent text NOT NULL,
  consent_by text NOT NULL,
  consent_via text NOT NULL,
  agent_id ${ID},
  started_at_ms bigint NOT NULL,
  ended_at_ms bigint,
  done text`

const guides = `
  key text NOT NULL,
  version bigint NOT NULL,
  is_active boolean NOT NULL,
  format text NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  language text NOT NULL,
  tags_json jsonb NOT NULL,
  fits_json jsonb NOT NULL,
  steps_json jsonb NOT NULL,
  created_at_ms bigint NOT NULL,
  created_by ${ID}`

const requiredDetails = `
  key text NOT NULL,
  version bigint NOT NULL,
  products_json jsonb NOT NULL,
  items_json jsonb NOT NULL,
  updated_at_ms bigint NOT NULL`

const guideRuns = `${place}
  guide_id ${ID} NOT NULL,
  title text NOT NULL,
  version bigint NOT NULL,
  state text NOT NULL,
  step_id text,
  answers_json jsonb NOT NULL,
  outcome text,
  started_at_ms bigint NOT NULL,
  started_by ${ID},
  ended_at_ms bigint`

/** What is wrong, what was asked and tried, guides with their runs, and looks from afar. */
export const diagnosis: Migration = {
  version: 520,
  name: 'diagnosis',
  sql: [
    rowTable('diagnoses', diagnoses, ofTicket),
    rowTable('asked_tried', askedTried, ofTicket),
    rowTable('remote_sessions', remoteSessions, ofTicket),
    rowTable('guides', guides, ['key']),
    rowTable('required_details', requiredDetails, ['key']),
    rowTable('guide_runs', guideRuns, ofTicket),
  ].join('\n'),
}
