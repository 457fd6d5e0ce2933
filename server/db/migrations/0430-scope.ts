import type { Migration } from './migration.ts'
import { ID, rowTable } from './migration.ts'

const scopePolicies = `
  agent_id ${ID},
  version bigint NOT NULL,
  queues text NOT NULL,
  also_team_ids_json jsonb NOT NULL,
  without_team_ids_json jsonb NOT NULL,
  days bigint,
  megabytes bigint,
  may_fetch text NOT NULL,
  updated_at_ms bigint NOT NULL`

const keeps = `
  agent_id ${ID} NOT NULL,
  customer_id ${ID},
  ticket_id ${ID},
  fetched_at_ms bigint NOT NULL,
  until_ms bigint NOT NULL`

/** What laptops hold, by policy: age, queues, size, and what was fetched from beyond that. */
export const scope: Migration = {
  version: 430,
  name: 'scope',
  sql: `
    ${rowTable('scope_policies', scopePolicies)}
    ${rowTable('keeps', keeps, ['agent_id', 'customer_id', 'ticket_id'])}
    CREATE INDEX keeps_until_ms ON tandem.keeps (workspace_id, until_ms);

    ALTER TABLE tandem.workspaces
      ADD COLUMN scope_days bigint,
      ADD COLUMN scope_megabytes bigint,
      ADD COLUMN scope_also_team_ids text[] NOT NULL DEFAULT '{}',
      ADD COLUMN scope_may_fetch text NOT NULL DEFAULT 'own' CHECK (scope_may_fetch IN ('own', 'any')),
      ADD COLUMN scope_as_of_ms bigint NOT NULL DEFAULT 0,
      ADD COLUMN scope_swept_ms bigint NOT NULL DEFAULT 0,
      ADD COLUMN scope_sized_ms bigint NOT NULL DEFAULT 0,
      ADD COLUMN scope_version bigint NOT NULL DEFAULT 0;
    ALTER TABLE tandem.agent_scopes ADD COLUMN days_cap bigint;

    /* A day of the calendar moves what was last touched on a few days of the past. */
    CREATE INDEX threads_at_rest ON tandem.threads (workspace_id, last_activity_at_ms)
      WHERE state IN ('solved', 'closed');
    CREATE INDEX customers_created_at_ms ON tandem.customers (workspace_id, created_at_ms);

    /* What laptops do not have is found by words. */
    CREATE INDEX tickets_words ON tandem.tickets USING gin (to_tsvector('simple', subject));
    CREATE INDEX customers_words ON tandem.customers USING gin (to_tsvector('simple', name));`,
}
