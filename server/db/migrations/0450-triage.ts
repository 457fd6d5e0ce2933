import type { Migration } from './migration.ts'
import { rowTable } from './migration.ts'

const triageWeights = `
  model text NOT NULL,
  basis text NOT NULL,
  lessons bigint NOT NULL,
  weights_json jsonb NOT NULL,
  updated_at_ms bigint NOT NULL`

/** What a workspace has taught the triage, and the decisions it learns from, without walking through all events. */
export const triage: Migration = {
  version: 450,
  name: 'triage',
  sql: [
    rowTable('triage_weights', triageWeights),
    `CREATE INDEX events_of_kind ON tandem.events (workspace_id, at_ms)
     WHERE type IN ('ticket.relabelled', 'ticket.kind-kept');`,
  ].join('\n'),
}
