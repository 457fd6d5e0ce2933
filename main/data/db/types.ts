import type Sqlite from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol

/** An open connection with its prepared statements. Only main/data/db looks inside. */
export type Connection = {
  readonly handle: Sqlite.Database
  readonly statements: Map<string, Sqlite.Statement>
}
/** Queries take one of these: they can read and nothing else. */
export type ReadableDb = Connection & { readonly [readable]: true }
/** Exists only inside `write(db, …)`. */
export type WritableDb = ReadableDb & { readonly [writable]: true }

export type SqlValue = string | number | bigint | Uint8Array | null
