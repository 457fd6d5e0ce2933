import type { Migration } from '../migration.ts'

export const knowledge: Migration = {
  version: 20,
  name: 'knowledge',
  sql: `
    CREATE TABLE known_issues (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      code TEXT NOT NULL,
      title TEXT NOT NULL,
      product_id TEXT,
      affected_versions_json TEXT NOT NULL,
      symptoms TEXT NOT NULL,
      error_codes_json TEXT NOT NULL,
      workaround TEXT,
      state TEXT NOT NULL,
      fixed_in_version TEXT,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE articles (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      title TEXT NOT NULL,
      language TEXT NOT NULL,
      url TEXT,
      tags_json TEXT NOT NULL,
      state TEXT NOT NULL,
      kind TEXT,
      updated_at_ms INTEGER NOT NULL,
      body TEXT NOT NULL,
      extra_json TEXT
    ) STRICT;
  `,
}
