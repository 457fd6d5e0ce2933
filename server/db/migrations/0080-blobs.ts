import type { Migration } from './migration.ts'
import { ID, lockDown } from './migration.ts'

export const blobs: Migration = {
  version: 80,
  name: 'blobs',
  sql: `
    /* The key of a customer's blobs, wrapped by the hub's own: destroying the row erases what every backup holds. */
    CREATE TABLE tandem.blob_keys (
      workspace_id ${ID} NOT NULL,
      customer_id ${ID} NOT NULL,
      wrapped_key bytea NOT NULL,
      created_at_ms bigint NOT NULL,
      PRIMARY KEY (workspace_id, customer_id)
    );
    ${lockDown('blob_keys')}

    CREATE TABLE tandem.blobs (
      workspace_id ${ID} NOT NULL,
      customer_id ${ID} NOT NULL,
      /* Of the plain content, hex. */
      sha256 text COLLATE "C" NOT NULL,
      size_bytes bigint NOT NULL,
      /* Bytes received so far: where an interrupted upload goes on. */
      upload_offset bigint NOT NULL DEFAULT 0,
      is_complete boolean NOT NULL DEFAULT false,
      created_by ${ID},
      created_at_ms bigint NOT NULL,
      PRIMARY KEY (workspace_id, customer_id, sha256)
    );
    ${lockDown('blobs')}

    CREATE TABLE tandem.blob_chunks (
      workspace_id ${ID} NOT NULL,
      customer_id ${ID} NOT NULL,
      sha256 text COLLATE "C" NOT NULL,
      /* Place of the chunk's first byte in the plain content. */
      start_byte bigint NOT NULL,
      size_bytes bigint NOT NULL,
      /* Encrypted; each chunk carries its own nonce and tag. */
      content bytea NOT NULL,
      PRIMARY KEY (workspace_id, customer_id, sha256, start_byte)
    );
    /* Ciphertext does not compress; trying costs time. */
    ALTER TABLE tandem.blob_chunks ALTER COLUMN content SET STORAGE EXTERNAL;
    ${lockDown('blob_chunks')}
  `,
}
