import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Words between two people, answers written for practice, and the first steps of new agents: everybody's own copies. */
export const training: Migration = {
  version: 480,
  name: 'training',
  sql: `
    CREATE TABLE coaching_notes (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      agent_id TEXT NOT NULL,
      twin_id TEXT NOT NULL,
      writer_id TEXT NOT NULL,
      receiver_id TEXT NOT NULL,
      ticket_id TEXT,
      message_id TEXT,
      words TEXT NOT NULL,
      pane TEXT,
      scores_json TEXT,
      answer TEXT,
      written_at_ms INTEGER NOT NULL,
      read_at_ms INTEGER,
      answered_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX coaching_notes_by_ticket ON coaching_notes (ticket_id);
    CREATE INDEX coaching_notes_by_time ON coaching_notes (agent_id, written_at_ms);

    CREATE TABLE practice_runs (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      agent_id TEXT NOT NULL,
      trainee_id TEXT NOT NULL,
      origin_id TEXT,
      ticket_id TEXT,
      pane TEXT NOT NULL,
      title TEXT NOT NULL,
      question TEXT NOT NULL,
      given TEXT NOT NULL,
      answer TEXT NOT NULL,
      scores_json TEXT NOT NULL,
      thoughts TEXT NOT NULL,
      shared_with_json TEXT NOT NULL,
      started_at_ms INTEGER NOT NULL,
      finished_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX practice_runs_by_origin ON practice_runs (origin_id) WHERE origin_id IS NOT NULL;
    CREATE INDEX practice_runs_by_ticket ON practice_runs (ticket_id);
    CREATE INDEX practice_runs_by_time ON practice_runs (agent_id, started_at_ms);

    CREATE TABLE first_steps (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      agent_id TEXT NOT NULL,
      new_agent_id TEXT NOT NULL,
      companion_id TEXT,
      twin_id TEXT,
      done_json TEXT NOT NULL,
      is_hidden INTEGER NOT NULL,
      began_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX first_steps_by_agent ON first_steps (agent_id, began_at_ms);
    ${bringTables('coachingNotes', 'practiceRuns', 'firstSteps')}
  `,
}
