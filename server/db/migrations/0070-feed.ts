import type { Migration } from './migration.ts'
import { ID, lockDown } from './migration.ts'

export const feed: Migration = {
  version: 70,
  name: 'feed',
  sql: `
    /* Taken as the last statement before commit: numbers become visible in their order, without gaps. */
    CREATE TABLE tandem.feed_counter (
      workspace_id ${ID} PRIMARY KEY,
      seq bigint NOT NULL DEFAULT 0,
      /* Tombstones and scope entries up to here are gone. */
      horizon_seq bigint NOT NULL DEFAULT 0
    ) WITH (fillfactor = 10);
    ${lockDown('feed_counter')}

    CREATE TABLE tandem.feed (
      workspace_id ${ID} NOT NULL,
      seq bigint NOT NULL,
      kind text NOT NULL CHECK (kind IN ('row', 'tombstone', 'scope')),
      table_name text,
      row_id ${ID},
      /* The customer; null for workspace and private rows. */
      group_id ${ID},
      /* Customers the row belonged to before, kept over later changes of the row. */
      prev_group_ids text[] NOT NULL DEFAULT '{}',
      agent_id ${ID},
      keys_before text[],
      at_ms bigint NOT NULL,
      PRIMARY KEY (workspace_id, seq)
    );
    /* One entry a row, at its newest number. */
    CREATE UNIQUE INDEX feed_row ON tandem.feed (workspace_id, row_id, table_name) WHERE kind <> 'scope';
    CREATE INDEX feed_passing ON tandem.feed (workspace_id, at_ms) WHERE kind <> 'row';
    ${lockDown('feed')}

    /* Written in the transaction of the effect: the same mutation is never applied twice. */
    CREATE TABLE tandem.receipts (
      workspace_id ${ID} NOT NULL,
      client_id ${ID} NOT NULL,
      mutation_id ${ID} NOT NULL,
      author_id ${ID} NOT NULL,
      verdict_json jsonb NOT NULL,
      is_replayed boolean NOT NULL,
      accepted_at_ms bigint NOT NULL,
      PRIMARY KEY (workspace_id, client_id, mutation_id)
    );
    CREATE INDEX receipts_conflicts ON tandem.receipts (workspace_id) WHERE verdict_json ->> 'kind' = 'conflict';
    ${lockDown('receipts')}

    CREATE TABLE tandem.group_audience (
      workspace_id ${ID} NOT NULL,
      customer_id ${ID} NOT NULL,
      /* 'all', 'team:ID', 'agent:ID'. */
      keys text[] NOT NULL,
      PRIMARY KEY (workspace_id, customer_id)
    );
    ${lockDown('group_audience')}
  `,
}
