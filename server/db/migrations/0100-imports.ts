import type { Migration } from './migration.ts'
import { ID, lockDown } from './migration.ts'

export const imports: Migration = {
  version: 100,
  name: 'imports',
  sql: `
    /* One reading of one file: where it stands, so that an interrupted one goes on. */
    CREATE TABLE tandem.import_runs (
      workspace_id ${ID} NOT NULL,
      id ${ID} NOT NULL,
      source text NOT NULL,
      file_sha256 text COLLATE "C" NOT NULL,
      /* Of the mapping and the choices made with it: another mapping is another reading. */
      choices_digest text COLLATE "C" NOT NULL,
      phase text NOT NULL CHECK (phase IN ('staging', 'publishing', 'done')),
      started_at_ms bigint NOT NULL,
      /* Items of the file taken so far, good and bad. */
      items bigint NOT NULL DEFAULT 0,
      staged bigint NOT NULL DEFAULT 0,
      /* Staged items up to here are in the hub, or were left out. */
      published bigint NOT NULL DEFAULT 0,
      tickets_added bigint NOT NULL DEFAULT 0,
      messages_added bigint NOT NULL DEFAULT 0,
      known bigint NOT NULL DEFAULT 0,
      PRIMARY KEY (workspace_id, id)
    );
    CREATE UNIQUE INDEX import_runs_unfinished ON tandem.import_runs
      (workspace_id, source, file_sha256, choices_digest) WHERE phase <> 'done';
    ${lockDown('import_runs')}

    /* What was read and is not in the hub yet; emptied when the run is done. */
    CREATE TABLE tandem.import_staged (
      workspace_id ${ID} NOT NULL,
      run_id ${ID} NOT NULL,
      ordinal bigint NOT NULL,
      /* Several items of one key are mails of one conversation. */
      unit_key text COLLATE "C" NOT NULL,
      line bigint NOT NULL,
      content_digest text COLLATE "C" NOT NULL,
      payload_json json NOT NULL,
      raw text NOT NULL,
      PRIMARY KEY (workspace_id, run_id, ordinal)
    );
    CREATE INDEX import_staged_key ON tandem.import_staged (workspace_id, run_id, unit_key, ordinal);
    ${lockDown('import_staged')}

    CREATE TABLE tandem.import_problems (
      workspace_id ${ID} NOT NULL,
      run_id ${ID} NOT NULL,
      ordinal bigint GENERATED ALWAYS AS IDENTITY,
      line bigint NOT NULL,
      column_name text,
      code text NOT NULL,
      reason text NOT NULL,
      advice text NOT NULL,
      raw text NOT NULL,
      PRIMARY KEY (workspace_id, run_id, ordinal)
    );
    ${lockDown('import_problems')}

    /* What went in once, for ever: keys are digests, so that nothing of an erased person stays here. */
    CREATE TABLE tandem.import_tickets (
      workspace_id ${ID} NOT NULL,
      source text NOT NULL,
      key_digest text COLLATE "C" NOT NULL,
      /* Rows with the same contents are told apart by counting them. */
      occurrence bigint NOT NULL,
      content_digest text COLLATE "C" NOT NULL,
      ticket_id ${ID} NOT NULL,
      PRIMARY KEY (workspace_id, source, key_digest, occurrence)
    );
    ${lockDown('import_tickets')}

    /* How often contents were seen in a run so far: the n-th row with them is the n-th ticket with them. */
    CREATE TABLE tandem.import_seen (
      workspace_id ${ID} NOT NULL,
      run_id ${ID} NOT NULL,
      key_digest text COLLATE "C" NOT NULL,
      seen bigint NOT NULL,
      PRIMARY KEY (workspace_id, run_id, key_digest)
    );
    ${lockDown('import_seen')}

    /* Which conversation a Message-ID, or a subject between two people, belongs to; as digests. */
    CREATE TABLE tandem.import_links (
      workspace_id ${ID} NOT NULL,
      source text NOT NULL,
      link_digest text COLLATE "C" NOT NULL,
      conversation text COLLATE "C" NOT NULL,
      PRIMARY KEY (workspace_id, source, link_digest)
    );
    CREATE INDEX import_links_conversation ON tandem.import_links (workspace_id, source, conversation);
    ${lockDown('import_links')}
  `,
}
