import type { Connection } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { familiesOf } from './family.ts'

const NAMES = 'SELECT c.id, c.name FROM json_each(?) j CROSS JOIN customers c ON c.id = j.value'

/**
 * How the people behind records are called, by record: tickets keep the record they were written for, people read the
 * name of whoever stands for the person. A record that is not here has none.
 */
export function personNames(db: Connection, customerIds: readonly string[]): ReadonlyMap<string, string> {
  const families = familiesOf(db, customerIds)
  const roots = [...new Set([...families.values()].map(({ rootId }) => rootId))]
  const names = new Map(
    all<{ id: string; name: string }>(db, NAMES, [JSON.stringify(roots)]).map(({ id, name }) => [id, name]),
  )
  return new Map(
    [...families].flatMap(([id, { rootId }]) => {
      const name = names.get(rootId)
      return name === undefined ? [] : [[id, name] as const]
    }),
  )
}

export const personName = (db: Connection, customerId: string): string =>
  personNames(db, [customerId]).get(customerId) ?? ''

type Named = { readonly customer_id: string | null; readonly customer_name: string | null }

/** Rows as a query found them, each with the name of whoever stands for the person; null where nobody is known. */
export function namedByPerson<Found extends Named>(db: Connection, rows: readonly Found[]): readonly Found[] {
  const names = personNames(
    db,
    rows.flatMap(({ customer_id }) => customer_id ?? []),
  )
  return rows.map(row => ({ ...row, customer_name: names.get(row.customer_id ?? '') ?? row.customer_name }))
}
