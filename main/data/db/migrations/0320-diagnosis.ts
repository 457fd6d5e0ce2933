import { bringTables } from '../bring-tables.ts'
import type { Migration } from '../migration.ts'

const head = `
      local_id INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      feed_version INTEGER NOT NULL DEFAULT 0,`
const place = `${head}
      customer_id TEXT NOT NULL,
      ticket_id TEXT NOT NULL,`

/** What is wrong, what was asked and tried, guides with their runs, and looks from afar. */
export const diagnosis: Migration = {
  version: 320,
  name: 'diagnosis',
  sql: `
    CREATE TABLE diagnoses (${place}
      symptom TEXT NOT NULL,
      error_code TEXT,
      first_seen_at_ms INTEGER,
      frequency TEXT,
      asset_id TEXT,
      environment_json TEXT NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      updated_by TEXT,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX diagnoses_by_customer ON diagnoses (customer_id);
    CREATE INDEX diagnoses_by_ticket ON diagnoses (ticket_id);

    CREATE TABLE asked_tried (${place}
      kind TEXT NOT NULL,
      words TEXT NOT NULL,
      detail_key TEXT,
      result TEXT,
      outcome TEXT,
      source TEXT NOT NULL,
      message_id TEXT,
      run_id TEXT,
      step_id TEXT,
      agent_id TEXT,
      at_ms INTEGER NOT NULL,
      closed_at_ms INTEGER,
      closed_by TEXT,
      extra_json TEXT
    ) STRICT;
    /* The newest of a customer are asked for while somebody writes. */
    CREATE INDEX asked_tried_by_customer ON asked_tried (customer_id, at_ms);
    CREATE INDEX asked_tried_by_ticket ON asked_tried (ticket_id);

    CREATE TABLE remote_sessions (${place}
      asset_id TEXT,
      tool TEXT NOT NULL,
      consent TEXT NOT NULL,
      consent_by TEXT NOT NULL,
      consent_via TEXT NOT NULL,
      agent_id TEXT,
      started_at_ms INTEGER NOT NULL,
      ended_at_ms INTEGER,
      done TEXT,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX remote_sessions_by_customer ON remote_sessions (customer_id);
    CREATE INDEX remote_sessions_by_ticket ON remote_sessions (ticket_id);

    CREATE TABLE guides (${head}
      key TEXT NOT NULL,
      version INTEGER NOT NULL,
      is_active INTEGER NOT NULL,
      format TEXT NOT NULL,
      title TEXT NOT NULL,
      summary TEXT NOT NULL,
      language TEXT NOT NULL,
      tags_json TEXT NOT NULL,
      fits_json TEXT NOT NULL,
      steps_json TEXT NOT NULL,
      created_at_ms INTEGER NOT NULL,
      created_by TEXT,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX guides_by_key ON guides (key, version);

    CREATE TABLE required_details (${head}
      key TEXT NOT NULL,
      version INTEGER NOT NULL,
      products_json TEXT NOT NULL,
      items_json TEXT NOT NULL,
      updated_at_ms INTEGER NOT NULL,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX required_details_by_key ON required_details (key);

    CREATE TABLE guide_runs (${place}
      guide_id TEXT NOT NULL,
      title TEXT NOT NULL,
      version INTEGER NOT NULL,
      state TEXT NOT NULL,
      step_id TEXT,
      answers_json TEXT NOT NULL,
      outcome TEXT,
      started_at_ms INTEGER NOT NULL,
      started_by TEXT,
      ended_at_ms INTEGER,
      extra_json TEXT
    ) STRICT;
    CREATE INDEX guide_runs_by_customer ON guide_runs (customer_id);
    CREATE INDEX guide_runs_by_ticket ON guide_runs (ticket_id);
    ${bringTables('guides', 'requiredDetails', 'diagnoses', 'askedTried', 'guideRuns', 'remoteSessions')}
  `,
}
