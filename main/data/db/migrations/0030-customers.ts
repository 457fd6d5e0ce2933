import type { Migration } from '../migration.ts'

export const customers: Migration = {
  version: 30,
  name: 'customers',
  sql: `
    CREATE TABLE customers (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      name TEXT NOT NULL,
      organisation_id TEXT,
      job_title TEXT,
      tier TEXT,
      language TEXT,
      time_zone TEXT,
      preferred_channel TEXT,
      journey_stage TEXT,
      labels_json TEXT NOT NULL,
      yearly_value_minor INTEGER,
      currency TEXT,
      health INTEGER,
      customer_since_ms INTEGER,
      created_at_ms INTEGER NOT NULL,
      facts TEXT NOT NULL,
      fields_json TEXT NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX customers_by_organisation ON customers (organisation_id);

    CREATE TABLE contact_points (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      value TEXT NOT NULL,
      label TEXT,
      is_primary INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX contact_points_by_customer ON contact_points (customer_id);
    CREATE INDEX contact_points_by_value ON contact_points (value);

    CREATE TABLE follow_ups (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      title TEXT NOT NULL,
      reason TEXT,
      channel TEXT,
      due_at_ms INTEGER NOT NULL,
      owner_id TEXT,
      state TEXT NOT NULL,
      outcome TEXT,
      created_at_ms INTEGER NOT NULL,
      completed_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX follow_ups_by_customer ON follow_ups (customer_id, due_at_ms);
    CREATE INDEX follow_ups_by_ticket ON follow_ups (ticket_id);

    CREATE TABLE promises (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      promise TEXT NOT NULL,
      due_at_ms INTEGER NOT NULL,
      owner_id TEXT,
      state TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL,
      closed_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX promises_by_customer ON promises (customer_id, due_at_ms);
    CREATE INDEX promises_by_ticket ON promises (ticket_id);

    CREATE TABLE surveys (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      customer_id TEXT NOT NULL,
      ticket_id TEXT,
      kind TEXT NOT NULL,
      score INTEGER,
      comment TEXT,
      asked_at_ms INTEGER NOT NULL,
      answered_at_ms INTEGER,
      agent_id TEXT,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX surveys_by_customer ON surveys (customer_id, asked_at_ms);
    CREATE INDEX surveys_by_ticket ON surveys (ticket_id);
  `,
}
