import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

/** Thanks among colleagues, stories worth keeping, and what the team looks at when it practises. */
export const thanks: Migration = {
  version: 470,
  name: 'thanks',
  sql: `
    CREATE TABLE kudos (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      from_id TEXT,
      to_id TEXT NOT NULL,
      words TEXT NOT NULL,
      at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX kudos_by_time ON kudos (at_ms);
    /* Which ticket it was about, for those who hold the ticket. */
    CREATE INDEX events_of_kudos ON events (json_extract(facts_json, '$.kudosId')) WHERE type = 'kudos.given';

    CREATE TABLE stories (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      title TEXT NOT NULL,
      body TEXT NOT NULL,
      reason TEXT NOT NULL,
      kind TEXT NOT NULL,
      topics_json TEXT NOT NULL,
      kept_by TEXT,
      kept_at_ms INTEGER NOT NULL,
      version INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX stories_by_time ON stories (kept_at_ms);
    CREATE INDEX events_of_stories ON events (json_extract(facts_json, '$.storyId')) WHERE type = 'story.kept';

    CREATE TABLE training_lists (
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,
      key TEXT NOT NULL,
      items_json TEXT NOT NULL,
      version INTEGER NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    ${bringTables('kudos', 'stories', 'trainingLists')}
  `,
}
