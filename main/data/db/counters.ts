import type { Connection } from './types.ts'
import { get } from './statement.ts'

/** Customers on this laptop, from the counter its triggers keep. */
export const customersHere = (db: Connection): number =>
  get<{ value: number }>(db, `SELECT value FROM counters WHERE name = 'customers'`)?.value ?? 0

/** Changes that have not left; drafts do not count. */
export const unsentHere = (db: Connection): number =>
  get<{ count: number }>(db, 'SELECT count(*) AS count FROM outbox WHERE is_quiet = 0')?.count ?? 0
