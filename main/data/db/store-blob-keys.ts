import { all, get, run } from './statement.ts'
import type { Connection } from './types.ts'
import { inTransaction, write } from './write.ts'
import type { Database } from './write.ts'

/** What may have sealed a file of an owner, the newest first; a file is sealed with the first. */
export type OwnerKeys = readonly [Uint8Array, ...Uint8Array[]]

/** Keys of files, one an owner, and how each is replaced. */
export type BlobKeys = {
  /** The owner's key to seal with; `make` is called for one who has none yet. */
  readonly key: (owner: string, make: () => Uint8Array) => Uint8Array
  /** Null: nothing of theirs can be read. */
  readonly keysOf: (owner: string) => OwnerKeys | null
  /** Forgets the keys of an owner and what they sealed. False when there were none. */
  readonly destroyKey: (owner: string) => boolean
  /**
   * Once after the database got another key: a second key for every owner, on the disk before any file is sealed with one.
   * Nothing is done where none is due. End the turns under way before: their newer keys are as old as the database's was.
   */
  readonly beginTurn: (make: () => Uint8Array) => void
  /** Owners with two keys. */
  readonly turning: () => readonly string[]
  /** Every file of the owner is sealed with the newer key, and on the disk: the older one is forgotten. */
  readonly endTurn: (owner: string) => void
  readonly filesOf: (owner: string) => readonly string[]
}

/** In `sync_state`, written with a new key of the database. */
const DUE = 'fileKeysDue'

const keysOf = (db: Connection, owner: string): OwnerKeys | null => {
  const found = get<{ key: Uint8Array; next_key: Uint8Array | null }>(
    db,
    'SELECT key, next_key FROM blob_keys WHERE owner = ?',
    [owner],
  )
  if (!found) return null
  return found.next_key ? [found.next_key, found.key] : [found.key]
}

const isDue = (db: Connection): boolean =>
  get(db, 'SELECT 1 AS one FROM sync_state WHERE key = ?', [DUE]) !== null

/** In a copy of the database that is about to be locked anew: whoever had the old key knows the keys of files, too. */
export function markFileKeysDue(copy: Connection): void {
  run(copy, `INSERT INTO sync_state (key, value) VALUES (?, '1') ON CONFLICT DO NOTHING`, [DUE])
}

/** Files that an earlier key still opens, or may. */
export function filesToTurn(db: Connection): number {
  const where = isDue(db) ? '' : 'WHERE owner IN (SELECT owner FROM blob_keys WHERE next_key IS NOT NULL)'
  return get<{ count: number }>(db, `SELECT count(*) AS count FROM blobs ${where}`)?.count ?? 0
}

function beginTurn(database: Database, make: () => Uint8Array): void {
  const { db } = database
  if (!isDue(db)) return
  write(database, 'durable', () => {
    const tx = inTransaction(database)
    for (const { owner } of all<{ owner: string }>(db, 'SELECT owner FROM blob_keys WHERE next_key IS NULL'))
      run(tx, 'UPDATE blob_keys SET next_key = ? WHERE owner = ?', [make(), owner])
    run(tx, 'DELETE FROM sync_state WHERE key = ?', [DUE])
  })
}

function keyFor(database: Database, owner: string, make: () => Uint8Array): Uint8Array {
  const found = keysOf(database.db, owner)
  if (found) return found[0]
  const made = make()
  write(database, 'durable', () => {
    run(inTransaction(database), 'INSERT INTO blob_keys (owner, key) VALUES (?, ?)', [owner, made])
  })
  return made
}

export function blobKeys(database: Database): BlobKeys {
  const { db } = database
  return {
    key: (owner, make) => keyFor(database, owner, make),
    keysOf: owner => keysOf(db, owner),
    destroyKey: owner => {
      if (!keysOf(db, owner)) return false
      write(database, 'durable', () => {
        const tx = inTransaction(database)
        run(tx, 'DELETE FROM blobs WHERE owner = ?', [owner])
        run(tx, 'DELETE FROM blob_keys WHERE owner = ?', [owner])
      })
      return true
    },
    beginTurn: make => beginTurn(database, make),
    turning: () =>
      all<{ owner: string }>(db, 'SELECT owner FROM blob_keys WHERE next_key IS NOT NULL').map(
        ({ owner }) => owner,
      ),
    endTurn: owner =>
      write(database, 'relaxed', () => {
        const sql =
          'UPDATE blob_keys SET key = next_key, next_key = NULL WHERE owner = ? AND next_key IS NOT NULL'
        run(inTransaction(database), sql, [owner])
      }),
    filesOf: owner =>
      all<{ sha256: string }>(db, 'SELECT sha256 FROM blobs WHERE owner = ?', [owner]).map(
        ({ sha256 }) => sha256,
      ),
  }
}
