import type { Migration } from '../migration.ts'

export const tickets: Migration = {
  version: 40,
  name: 'tickets',
  sql: `
    CREATE TABLE tickets (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      number INTEGER,
      subject TEXT NOT NULL,
      channel TEXT NOT NULL,
      tags_json TEXT NOT NULL,
      last_message_seq INTEGER NOT NULL,
      created_at_ms INTEGER NOT NULL,
      created_by TEXT,
      merged_into_id TEXT,
      fields_json TEXT NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX tickets_by_customer ON tickets (customer_id);
    CREATE INDEX tickets_by_number ON tickets (number);
    CREATE INDEX tickets_by_merged_into ON tickets (merged_into_id);

    CREATE TABLE threads (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      ticket_id TEXT NOT NULL,
      customer_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      state TEXT NOT NULL,
      assignee_id TEXT,
      team_id TEXT,
      priority TEXT NOT NULL,
      is_paired INTEGER NOT NULL,
      last_activity_at_ms INTEGER NOT NULL,
      waiting_since_ms INTEGER,
      snoozed_until_ms INTEGER,
      due_at_ms INTEGER,
      opened_at_ms INTEGER NOT NULL,
      solved_at_ms INTEGER,
      reopened_count INTEGER NOT NULL,
      extra_json TEXT,
      /* Sort keys of views: every sort is "largest first", so one shape of keyset serves them all. Nothing sorts last. */
      sort_waiting INTEGER GENERATED ALWAYS AS (-coalesce(waiting_since_ms, 9007199254740991)) VIRTUAL,
      sort_due INTEGER GENERATED ALWAYS AS (-coalesce(due_at_ms, 9007199254740991)) VIRTUAL,
      /* Rank in the high bits, newest activity below (43 bits of milliseconds last until 2248). */
      sort_priority INTEGER GENERATED ALWAYS AS (
        CASE priority WHEN 'urgent' THEN 3 WHEN 'high' THEN 2 WHEN 'low' THEN 0 ELSE 1 END * 8796093022208
        + last_activity_at_ms
      ) VIRTUAL
    ) STRICT;
    CREATE INDEX threads_by_ticket ON threads (ticket_id);
    CREATE INDEX threads_by_customer ON threads (customer_id);
    /* One index for each sort of a state; kind and pairing lie in it so that filters are answered from the index. */
    CREATE INDEX threads_by_state_newest ON threads (state, last_activity_at_ms, id, kind, is_paired);
    CREATE INDEX threads_by_state_waiting ON threads (state, sort_waiting, id, kind, is_paired);
    CREATE INDEX threads_by_state_priority ON threads (state, sort_priority, id, kind, is_paired);
    CREATE INDEX threads_by_state_due ON threads (state, sort_due, id, kind, is_paired);
    /* Tickets that are both are few: their own small indexes keep that filter from walking past all others. */
    CREATE INDEX threads_paired_by_newest ON threads (state, last_activity_at_ms, id, kind) WHERE is_paired = 1;
    CREATE INDEX threads_paired_by_waiting ON threads (state, sort_waiting, id, kind) WHERE is_paired = 1;
    CREATE INDEX threads_paired_by_priority ON threads (state, sort_priority, id, kind) WHERE is_paired = 1;
    CREATE INDEX threads_paired_by_due ON threads (state, sort_due, id, kind) WHERE is_paired = 1;
    /* Who works on it matters while it is open: done work, nearly all of it, stays out of these. */
    CREATE INDEX threads_open_by_assignee_newest ON threads (assignee_id, last_activity_at_ms, id, kind, is_paired) WHERE state = 'open';
    CREATE INDEX threads_open_by_assignee_waiting ON threads (assignee_id, sort_waiting, id, kind, is_paired) WHERE state = 'open';
    CREATE INDEX threads_open_by_assignee_priority ON threads (assignee_id, sort_priority, id, kind, is_paired) WHERE state = 'open';
    CREATE INDEX threads_open_by_assignee_due ON threads (assignee_id, sort_due, id, kind, is_paired) WHERE state = 'open';
    CREATE INDEX threads_open_by_team_newest ON threads (team_id, last_activity_at_ms, id, kind, is_paired) WHERE state = 'open';
    CREATE INDEX threads_open_by_team_waiting ON threads (team_id, sort_waiting, id, kind, is_paired) WHERE state = 'open';
    CREATE INDEX threads_open_by_team_priority ON threads (team_id, sort_priority, id, kind, is_paired) WHERE state = 'open';
    CREATE INDEX threads_open_by_team_due ON threads (team_id, sort_due, id, kind, is_paired) WHERE state = 'open';

    CREATE TABLE messages (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      ticket_id TEXT NOT NULL,
      customer_id TEXT NOT NULL,
      seq INTEGER,
      direction TEXT NOT NULL,
      channel TEXT NOT NULL,
      author_kind TEXT NOT NULL,
      author_id TEXT,
      from_json TEXT,
      to_json TEXT NOT NULL,
      cc_json TEXT NOT NULL,
      message_id TEXT,
      delivery TEXT NOT NULL,
      written_at_ms INTEGER NOT NULL,
      accepted_at_ms INTEGER,
      body_text TEXT NOT NULL,
      body_html TEXT,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX messages_by_ticket ON messages (ticket_id, written_at_ms);
    CREATE INDEX messages_by_ticket_seq ON messages (ticket_id, seq);
    CREATE INDEX messages_by_customer ON messages (customer_id, written_at_ms);

    CREATE TABLE notes (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      ticket_id TEXT NOT NULL,
      customer_id TEXT NOT NULL,
      thread_id TEXT,
      author_kind TEXT NOT NULL,
      author_id TEXT,
      created_at_ms INTEGER NOT NULL,
      edited_at_ms INTEGER,
      body TEXT NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX notes_by_ticket ON notes (ticket_id, created_at_ms);
    CREATE INDEX notes_by_customer ON notes (customer_id, created_at_ms);

    CREATE TABLE attachments (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      ticket_id TEXT NOT NULL,
      customer_id TEXT NOT NULL,
      message_id TEXT,
      note_id TEXT,
      file_name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      size_bytes INTEGER NOT NULL,
      sha256 TEXT NOT NULL,
      content_id TEXT,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX attachments_by_ticket ON attachments (ticket_id);
    CREATE INDEX attachments_by_customer ON attachments (customer_id);
    CREATE INDEX attachments_by_message ON attachments (message_id);
    CREATE INDEX attachments_by_note ON attachments (note_id);
    CREATE INDEX attachments_by_sha256 ON attachments (sha256);

    CREATE TABLE events (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      thread_id TEXT,
      type TEXT NOT NULL,
      kind TEXT,
      actor_id TEXT,
      at_ms INTEGER NOT NULL,
      facts_json TEXT NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX events_by_ticket ON events (ticket_id, at_ms);
    CREATE INDEX events_by_customer ON events (customer_id, at_ms);

    CREATE TABLE ticket_links (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      other_ticket_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      created_by TEXT,
      created_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX ticket_links_by_ticket ON ticket_links (ticket_id);
    CREATE INDEX ticket_links_by_other_ticket ON ticket_links (other_ticket_id);
    CREATE INDEX ticket_links_by_customer ON ticket_links (customer_id);

    CREATE TABLE drafts (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      agent_id TEXT NOT NULL,
      client_id TEXT NOT NULL,
      ticket_id TEXT NOT NULL,
      mode TEXT NOT NULL,
      to_json TEXT,
      cc_json TEXT,
      seen_up_to_seq INTEGER NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      body TEXT NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX drafts_by_ticket ON drafts (ticket_id);
    CREATE INDEX drafts_by_agent ON drafts (agent_id);
  `,
}
