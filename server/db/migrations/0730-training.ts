import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const coachingNotes = `
  agent_id ${ID} NOT NULL,
  twin_id ${ID} NOT NULL,
  writer_id ${ID} NOT NULL,
  receiver_id ${ID} NOT NULL,
  ticket_id ${ID},
  message_id ${ID},
  words text NOT NULL,
  pane text,
  scores_json jsonb,
  answer text,
  written_at_ms bigint NOT NULL,
  read_at_ms bigint,
  answered_at_ms bigint`
const practiceRuns = `
  agent_id ${ID} NOT NULL,
  trainee_id ${ID} NOT NULL,
  origin_id ${ID},
  ticket_id ${ID},
  pane text NOT NULL,
  title text NOT NULL,
  question text NOT NULL,
  given text NOT NULL,
  answer text NOT NULL,
  scores_json jsonb NOT NULL,
  thoughts text NOT NULL,
  shared_with_json jsonb NOT NULL,
  started_at_ms bigint NOT NULL,
  finished_at_ms bigint`
const firstSteps = `
  agent_id ${ID} NOT NULL,
  new_agent_id ${ID} NOT NULL,
  companion_id ${ID},
  twin_id ${ID},
  done_json jsonb NOT NULL,
  is_hidden boolean NOT NULL,
  began_at_ms bigint NOT NULL`

/** Words between two people, answers written for practice, and the first steps of new agents: everybody's own copies. */
export const training: Migration = {
  version: 730,
  name: 'training',
  sql: [
    rowTable('coaching_notes', coachingNotes, ['agent_id', 'ticket_id']),
    rowTable('practice_runs', practiceRuns, ['agent_id', 'ticket_id', 'origin_id']),
    rowTable('first_steps', firstSteps, ['agent_id']),
  ].join('\n'),
}
