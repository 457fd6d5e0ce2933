import { tierOrder } from '../../../shared/rules/saved-views/tier-order.ts'
import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'

/** Names of values looked up one by one: more are not values people choose from. */
const MOST = 100

type Listed = { readonly table: string; readonly column: string }

/** Distinct values of an indexed column, one step of the index each, whatever the size of the table. */
export function distinctValues(db: ReadableDb, { table, column }: Listed): readonly string[] {
  const next = (bound: string): string =>
    `SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL ${bound} ORDER BY ${column} LIMIT 1`
  const found = all<{ value: string | null }>(
    db,
    `WITH RECURSIVE steps (value) AS (
       SELECT (${next('')})
       UNION ALL SELECT (${next(`AND ${column} > steps.value`)}) FROM steps WHERE steps.value IS NOT NULL
     ) SELECT value FROM steps LIMIT ${MOST}`,
  )
  return found.flatMap(({ value }) => value ?? [])
}

/** Tiers that are in use, in the order lists sort by. */
export const tiersInUse = (db: ReadableDb): readonly string[] =>
  tierOrder(distinctValues(db, { table: 'customers', column: 'tier' }))
