import type Sqlite from 'better-sqlite3'
import type { Connection, SqlValue } from './types.ts'
import { withSqliteErrors } from './sqlite-error.ts'

export type Params = readonly SqlValue[] | Readonly<Record<string, SqlValue>>

/** Prepares once a connection. Texts are constants or built from a closed list, so the cache stays small. */
export function statement(db: Connection, sql: string): Sqlite.Statement {
  const known = db.statements.get(sql)
  if (known) return known
  const prepared = db.handle.prepare(sql)
  db.statements.set(sql, prepared)
  return prepared
}

/** All rows. `Row` names the columns of the SELECT list; queries write it beside their SQL. */
export function all<Row>(db: Connection, sql: string, params: Params = []): Row[] {
  return withSqliteErrors(() => statement(db, sql).all(params) as Row[])
}

/** All rows as values in the order of the SELECT list: cheaper than records where a codec reads them anyway. */
export function allValues(db: Connection, sql: string, params: Params = []): SqlValue[][] {
  return withSqliteErrors(() => statement(db, sql).raw(true).all(params) as SqlValue[][])
}

export function get<Row>(db: Connection, sql: string, params: Params = []): Row | null {
  return withSqliteErrors(() => (statement(db, sql).get(params) as Row | undefined) ?? null)
}

/** Answers how many rows it changed. Callers hold a WritableDb or are the database layer itself. */
export function run(db: Connection, sql: string, params: Params = []): number {
  return withSqliteErrors(() => statement(db, sql).run(params).changes)
}

/** All rows of a statement whose text follows from what people wrote: prepared for this once and not kept. */
export function allOnce<Row>(db: Connection, sql: string, params: Params = []): Row[] {
  return withSqliteErrors(() => db.handle.prepare(sql).all(params) as Row[])
}
