import type { ReadableDb } from '../db/types.ts'
import { all } from '../db/statement.ts'
import { familiesOf } from './family.ts'

const NAMES = 'SELECT c.id, c.name FROM json_each(?) j CROSS JOIN customers c ON c.id = j.value'

/**
 * How the people behind records are called, by record: tickets keep the record they were written for, people read the
 * name of whoever stands for the person. A record that is not here has none.
 */
export function personNames(db: ReadableDb, customerIds: readonly string[]): ReadonlyMap<string, string> {
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

export const personName = (db: ReadableDb, customerId: string): string =>
  personNames(db, [customerId]).get(customerId) ?? ''
