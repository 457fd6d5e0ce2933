/** Protocol spoken by this build. The hub serves this one and the two before it and upgrades what they push. */
export const PROTOCOL = 1
export const OLDEST_SERVED = 1
export const PRODUCT = 'tandem-hub'

/** Largest number of entries in one push, and of feed entries in one pull. */
export const PUSH_LIMIT = 100
export const PULL_LIMIT = 1000
/** Rows in one part of a snapshot. */
export const SNAPSHOT_PART_ROWS = 2000
/** Bytes of one chunk of a blob, and of the largest blob. */
export const BLOB_CHUNK_BYTES = 1_048_576
export const BLOB_LIMIT_BYTES = 26_214_400
/** A hint carries its rows up to this many bytes, else only the number. */
export const HINT_LIMIT_BYTES = 4096
/** Done outbox entries are kept this long, so that a hub restored from a backup can be given them again. */
export const BACKUP_HORIZON_MS = 14 * 86_400_000

/** With a file that is masked for a guest: SHA-256 of what is sent, in place of the one it is named by. */
export const MASKED_HEADER = 'x-masked-sha256'
