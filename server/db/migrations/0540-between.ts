import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const teamRules = `
  key text NOT NULL,
  content_json jsonb NOT NULL,
  updated_at_ms bigint NOT NULL`

const closings = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID} NOT NULL,
  thread_id ${ID} NOT NULL,
  kind text,
  relationship text,
  reason text,
  answers_json jsonb NOT NULL,
  agent_id ${ID},
  at_ms bigint NOT NULL`

const handshakes = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID} NOT NULL,
  thread_id ${ID} NOT NULL,
  follow_up_id ${ID} NOT NULL,
  down_ms bigint NOT NULL,
  contacts bigint NOT NULL,
  value_minor bigint,
  score bigint NOT NULL,
  gesture_minor bigint,
  currency text,
  at_ms bigint NOT NULL`

const handOvers = `
  customer_id ${ID} NOT NULL,
  ticket_id ${ID} NOT NULL,
  from_kind text,
  to_kind text NOT NULL,
  to_agent_id ${ID},
  to_team_id ${ID},
  note text NOT NULL,
  is_question boolean NOT NULL,
  by_agent_id ${ID},
  at_ms bigint NOT NULL,
  taken_by ${ID},
  taken_at_ms bigint`

/** Between the panes: what a team decides, how work was closed, what followed a painful incident, hand-overs. */
export const between: Migration = {
  version: 540,
  name: 'between',
  sql: [
    rowTable('team_rules', teamRules),
    rowTable('closings', closings, ['customer_id', 'ticket_id']),
    rowTable('handshakes', handshakes, ['customer_id', 'ticket_id']),
    rowTable('hand_overs', handOvers, ['customer_id', 'ticket_id']),
  ].join('\n'),
}
