import type { Migration } from '../migration.ts'

export const directory: Migration = {
  version: 10,
  name: 'directory',
  sql: `
    CREATE TABLE agents (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      name TEXT NOT NULL,
      email TEXT NOT NULL,
      role TEXT NOT NULL,
      team_ids_json TEXT NOT NULL,
      is_active INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE teams (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      name TEXT NOT NULL,
      kind TEXT,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE organisations (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      name TEXT NOT NULL,
      domain TEXT,
      country TEXT,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE products (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      name TEXT NOT NULL,
      sku TEXT,
      current_version TEXT,
      price_minor INTEGER,
      currency TEXT,
      is_active INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;

    CREATE TABLE macros (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      title TEXT NOT NULL,
      language TEXT,
      kind TEXT,
      steps_json TEXT NOT NULL,
      body TEXT,
      extra_json TEXT
    ) STRICT;
  `,
}
