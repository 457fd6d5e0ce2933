import type { Migration } from '../migration.ts'

export const blobs: Migration = {
  version: 90,
  name: 'blobs',
  sql: `
    /* Destroying a key erases the files under it, copies in backups of the folder included. */
    CREATE TABLE blob_keys (
      /* Customer id, or 'place' for files no customer is known for yet. */
      owner TEXT NOT NULL PRIMARY KEY,
      key BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE blobs (
      sha256 TEXT NOT NULL,
      owner TEXT NOT NULL REFERENCES blob_keys,
      size_bytes INTEGER NOT NULL,
      /* 1: the hub has all of it. */
      is_uploaded INTEGER NOT NULL,
      kept_at_ms INTEGER NOT NULL,
      PRIMARY KEY (sha256, owner)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX blobs_by_owner ON blobs (owner);
  `,
}
