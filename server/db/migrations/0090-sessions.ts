import type { Migration } from './migration.ts'
import { ID, lockDown } from './migration.ts'

export const sessions: Migration = {
  version: 90,
  name: 'sessions',
  sql: `
    /* The token that took this one's place; the grace for a lost answer looks whether that one was ever used. */
    ALTER TABLE tandem.refresh_tokens ADD COLUMN replaced_by ${ID};

    /* Hashes only: a stolen backup opens nothing. Deleting a row ends the token at once, on every copy. */
    CREATE TABLE tandem.access_tokens (
      workspace_id ${ID} NOT NULL,
      token_hash text NOT NULL,
      agent_id ${ID} NOT NULL,
      client_id ${ID} NOT NULL,
      family_id ${ID} NOT NULL,
      /* The refresh token it came with. */
      refresh_id ${ID} NOT NULL,
      expires_at_ms bigint NOT NULL,
      first_used_at_ms bigint,
      PRIMARY KEY (workspace_id, token_hash)
    );
    CREATE INDEX access_tokens_family ON tandem.access_tokens (workspace_id, family_id);
    CREATE INDEX access_tokens_agent ON tandem.access_tokens (workspace_id, agent_id);
    CREATE INDEX access_tokens_expiry ON tandem.access_tokens (workspace_id, expires_at_ms);
    ${lockDown('access_tokens')}

    /* A ticket that moved to another customer: its content is found by what it is. */
    CREATE INDEX blobs_sha256 ON tandem.blobs (workspace_id, sha256);

    CREATE INDEX threads_snoozed ON tandem.threads (workspace_id, snoozed_until_ms) WHERE state = 'snoozed';

    /* What is in front of whom now; worth nothing after a crash. */
    CREATE UNLOGGED TABLE tandem.presence (
      workspace_id ${ID} NOT NULL,
      client_id ${ID} NOT NULL,
      agent_id ${ID} NOT NULL,
      ticket_id ${ID} NOT NULL,
      doing text NOT NULL,
      until_ms bigint NOT NULL,
      PRIMARY KEY (workspace_id, client_id)
    );
    CREATE INDEX presence_ticket ON tandem.presence (workspace_id, ticket_id);
    ${lockDown('presence')}

    /* One row a recurring job and workspace; whoever holds the lease does it. */
    CREATE TABLE tandem.jobs (
      workspace_id ${ID} NOT NULL,
      kind text NOT NULL,
      due_at_ms bigint NOT NULL,
      lease_until_ms bigint,
      /* Grows with every lease: a worker that comes back late no longer holds it. */
      lease_number bigint NOT NULL DEFAULT 0,
      failures bigint NOT NULL DEFAULT 0,
      last_failure text,
      PRIMARY KEY (workspace_id, kind)
    );
    CREATE INDEX jobs_due ON tandem.jobs (due_at_ms);
    ${lockDown('jobs')}
    /* The queue is looked through over all workspaces; it holds no customer data. */
    CREATE POLICY administration ON tandem.jobs TO CURRENT_USER USING (true) WITH CHECK (true);
    /* Windows of keys that nobody uses again are swept by the same hand. */
    CREATE POLICY administration ON tandem.sign_in_attempts TO CURRENT_USER USING (true) WITH CHECK (true);
  `,
}
