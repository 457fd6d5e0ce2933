import { groupBy } from '../../../shared/rules/group-by.ts'
import { rootOf } from '../../../shared/rules/merged-people/families.ts'
import { membersOf } from '../db/families.ts'
import type { Member } from '../db/families.ts'
import { all } from '../db/statement.ts'
import type { Connection } from '../db/types.ts'

/**
 * A person, whatever records there are of them: what is asked of one customer is answered for all of these. `is` is the
 * condition and `param` its one parameter; alone it is an equality, so that an index gives the order as well.
 */
export type Family = {
  /** Who stands for the person. */
  readonly rootId: string
  readonly ids: readonly string[]
  readonly is: string
  readonly param: string
}

const IS_ONE = 'customer_id = ?'
const IS_ONE_OF = 'customer_id IN (SELECT value FROM json_each(?))'

function toFamily(customerId: string, members: readonly Member[]): Family {
  if (members.length < 2) return { rootId: customerId, ids: [customerId], is: IS_ONE, param: customerId }
  const ids = members.map(({ id }) => id).toSorted()
  const into = new Map(members.map(({ id, intoId }) => [id, intoId]))
  return { rootId: rootOf(customerId, into), ids, is: IS_ONE_OF, param: JSON.stringify(ids) }
}

export const familyOf = (db: Connection, customerId: string): Family =>
  toFamily(customerId, membersOf(db, [customerId]))

/** The same for many at once, each by the customer asked for. */
export function familiesOf(db: Connection, customerIds: readonly string[]): ReadonlyMap<string, Family> {
  const byAsked = groupBy(membersOf(db, [...new Set(customerIds)]), ({ asked }) => asked)
  return new Map(customerIds.map(id => [id, toFamily(id, byAsked.get(id) ?? [])]))
}

const MERGES = `
  SELECT id, merged_into_id AS intoId FROM customers INDEXED BY customers_merged WHERE merged_into_id > ''
  UNION
  SELECT p.id, p.merged_into_id FROM customers c INDEXED BY customers_merged
    CROSS JOIN customers p ON p.id = c.merged_into_id WHERE c.merged_into_id > ''`

/** Rows of any number of customers as rows of people: each with whoever stands for its customer. */
export function asPeople<T extends { readonly customerId: string }>(
  db: Connection,
  rows: readonly T[],
): readonly T[] {
  const into = new Map(
    all<{ id: string; intoId: string | null }>(db, MERGES).map(({ id, intoId }) => [id, intoId]),
  )
  return into.size === 0 ? rows : rows.map(row => ({ ...row, customerId: rootOf(row.customerId, into) }))
}
