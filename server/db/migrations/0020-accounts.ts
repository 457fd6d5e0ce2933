import type { Migration } from './migration.ts'
import { ID, lockDown } from './migration.ts'

export const accounts: Migration = {
  version: 20,
  name: 'accounts',
  sql: `
    CREATE TABLE tandem.credentials (
      workspace_id ${ID} NOT NULL,
      agent_id ${ID} NOT NULL,
      /* Lower case; people type it in any. */
      email text NOT NULL CHECK (email = lower(email)),
      password_hash text NOT NULL,
      is_active boolean NOT NULL DEFAULT true,
      PRIMARY KEY (workspace_id, agent_id),
      UNIQUE (workspace_id, email)
    );
    CREATE INDEX credentials_email ON tandem.credentials (email);
    ${lockDown('credentials')}
    /* Sign-in comes before the workspace is known: the one address that is asked for may be read, and no other. */
    CREATE POLICY sign_in ON tandem.credentials FOR SELECT
      USING (email = (SELECT nullif(current_setting('tandem.sign_in_email', true), '')));

    CREATE TABLE tandem.refresh_tokens (
      id ${ID} NOT NULL,
      workspace_id ${ID} NOT NULL,
      agent_id ${ID} NOT NULL,
      client_id ${ID} NOT NULL,
      /* All tokens that grew out of one sign-in; reuse of a spent one ends the whole family. */
      family_id ${ID} NOT NULL,
      token_hash text NOT NULL,
      issued_at_ms bigint NOT NULL,
      expires_at_ms bigint NOT NULL,
      used_at_ms bigint,
      revoked_at_ms bigint,
      PRIMARY KEY (workspace_id, id),
      UNIQUE (workspace_id, token_hash)
    );
    CREATE INDEX refresh_tokens_family ON tandem.refresh_tokens (workspace_id, family_id);
    CREATE INDEX refresh_tokens_agent ON tandem.refresh_tokens (workspace_id, agent_id);
    ${lockDown('refresh_tokens')}

    /* Counted before anybody is known, per address and per network; keys are hashes. One key at a time may be seen. */
    CREATE TABLE tandem.sign_in_attempts (
      key text NOT NULL,
      window_start_ms bigint NOT NULL,
      count bigint NOT NULL,
      PRIMARY KEY (key, window_start_ms)
    );
    ALTER TABLE tandem.sign_in_attempts ENABLE ROW LEVEL SECURITY;
    ALTER TABLE tandem.sign_in_attempts FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_key ON tandem.sign_in_attempts
      USING (key = (SELECT nullif(current_setting('tandem.attempt_key', true), '')))
      WITH CHECK (key = (SELECT nullif(current_setting('tandem.attempt_key', true), '')));
    GRANT SELECT, INSERT, UPDATE, DELETE ON tandem.sign_in_attempts TO tandem_app;

    CREATE TABLE tandem.agent_scopes (
      workspace_id ${ID} NOT NULL,
      agent_id ${ID} NOT NULL,
      stamp bigint NOT NULL DEFAULT 0,
      PRIMARY KEY (workspace_id, agent_id)
    );
    ${lockDown('agent_scopes')}

    /* One row a laptop: what it said of itself last, for the fleet view. */
    CREATE TABLE tandem.clients (
      workspace_id ${ID} NOT NULL,
      client_id ${ID} NOT NULL,
      agent_id ${ID} NOT NULL,
      name text NOT NULL,
      platform text NOT NULL,
      version text NOT NULL,
      signed_in_at_ms bigint NOT NULL,
      reported_at_ms bigint,
      unsent bigint,
      oldest_unsent_at_ms bigint,
      last_pulled_at_ms bigint,
      PRIMARY KEY (workspace_id, client_id)
    );
    CREATE INDEX clients_agent ON tandem.clients (workspace_id, agent_id);
    ${lockDown('clients')}
  `,
}
