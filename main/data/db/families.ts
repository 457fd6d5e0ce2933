import type { Connection } from './types.ts'
import { all, get } from './statement.ts'

/** More records of one person are not looked for. */
const MOST = 200

/** By index up and down, until nobody new is found: UNION drops who was found before, so a circle ends as well. */
const FAMILIES = `
  WITH RECURSIVE family(asked, id) AS (
    SELECT value, value FROM json_each(?)
    UNION
    SELECT f.asked, p.id FROM family f
      CROSS JOIN customers c ON c.id = f.id CROSS JOIN customers p ON p.id = c.merged_into_id
    UNION
    SELECT f.asked, c.id FROM family f CROSS JOIN customers c INDEXED BY customers_merged ON c.merged_into_id = f.id
    LIMIT ?
  )
  SELECT f.asked, c.id, c.merged_into_id AS intoId FROM family f CROSS JOIN customers c ON c.id = f.id`

const ANY = `SELECT 1 AS one FROM customers INDEXED BY customers_merged WHERE merged_into_id > '' LIMIT 1`

export type Member = { readonly asked: string; readonly id: string; readonly intoId: string | null }

/** Every record of the people these customers are, as far as they are here. Nothing is looked for where nobody is merged. */
export function membersOf(db: Connection, customerIds: readonly string[]): readonly Member[] {
  if (customerIds.length === 0 || !get(db, ANY)) return []
  return all<Member>(db, FAMILIES, [JSON.stringify(customerIds), customerIds.length + MOST])
}
