import type { Migration } from './migration.ts'
import { rowTable } from './migration.ts'

const calendars = `
  key text NOT NULL,
  name text NOT NULL,
  version bigint NOT NULL,
  time_zone text NOT NULL,
  week_json jsonb NOT NULL,
  holidays_json jsonb NOT NULL,
  created_at_ms bigint NOT NULL`
const slaPolicies = `
  name text NOT NULL,
  kind text NOT NULL,
  version bigint NOT NULL,
  valid_from_ms bigint NOT NULL,
  targets_json jsonb NOT NULL,
  pauses_in_json jsonb NOT NULL,
  warn_before_json jsonb NOT NULL`

export const serviceLevels: Migration = {
  version: 300,
  name: 'service-levels',
  sql: [
    rowTable('calendars', calendars),
    // Two at once could each make the next version of the same thing: the second one fails and is told.
    'CREATE UNIQUE INDEX calendars_version ON tandem.calendars (workspace_id, key, version);',
    rowTable('sla_policies', slaPolicies, ['kind']),
    'CREATE UNIQUE INDEX sla_policies_version ON tandem.sla_policies (workspace_id, kind, version);',
    'ALTER TABLE tandem.threads ADD COLUMN answered_at_ms bigint, ADD COLUMN clocks_json jsonb;',
    // What the timer looks for: clocks that run out, and open threads that have none yet.
    `CREATE INDEX threads_breach ON tandem.threads (workspace_id, ((clocks_json ->> 'breachAtMs')::bigint))
       WHERE (clocks_json ->> 'breachAtMs') IS NOT NULL;`,
    `CREATE INDEX threads_without_clocks ON tandem.threads (workspace_id, kind, priority, id)
       WHERE clocks_json IS NULL AND state IN ('open', 'pending', 'snoozed');`,
  ].join('\n'),
}
