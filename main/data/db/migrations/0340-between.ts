import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Between the panes: what a team decides, how work was closed, what followed a painful incident, hand-overs. */
export const between: Migration = {
  version: 340,
  name: 'between',
  sql: `
    CREATE TABLE team_rules (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      key TEXT NOT NULL,
      content_json TEXT NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE closings (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      thread_id TEXT NOT NULL,
      kind TEXT,
      relationship TEXT,
      reason TEXT,
      answers_json TEXT NOT NULL,
      agent_id TEXT,
      at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX closings_by_customer ON closings (customer_id);
    CREATE INDEX closings_by_ticket ON closings (ticket_id, at_ms);

    CREATE TABLE handshakes (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      thread_id TEXT NOT NULL,
      follow_up_id TEXT NOT NULL,
      down_ms INTEGER NOT NULL,
      contacts INTEGER NOT NULL,
      value_minor INTEGER,
      score INTEGER NOT NULL,
      gesture_minor INTEGER,
      currency TEXT,
      at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX handshakes_by_customer ON handshakes (customer_id, at_ms);
    CREATE INDEX handshakes_by_ticket ON handshakes (ticket_id);

    CREATE TABLE hand_overs (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      from_kind TEXT,
      to_kind TEXT NOT NULL,
      to_agent_id TEXT,
      to_team_id TEXT,
      note TEXT NOT NULL,
      is_question INTEGER NOT NULL,
      by_agent_id TEXT,
      at_ms INTEGER NOT NULL,
      taken_by TEXT,
      taken_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX hand_overs_by_customer ON hand_overs (customer_id);
    CREATE INDEX hand_overs_by_ticket ON hand_overs (ticket_id, at_ms);

    /* What can be a bad moment, and nothing else: a row of the list asks for it by customer. */
    CREATE INDEX events_of_experience ON events (customer_id, at_ms) WHERE
      type IN ('sla.breached', 'experience.negative', 'promise.closed', 'recovery.planned',
        'thread.state-changed', 'thread.assigned', 'thread.taken', 'ticket.relabelled');
    ${bringTables('teamRules', 'closings', 'handshakes', 'handOvers')}
  `,
}
