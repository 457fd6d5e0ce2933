import { groupOf } from '../../shared/domain/codec.ts'
import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import { tableNames, tables } from '../../shared/domain/tables.ts'
import type { TableRow } from '../sync/store.ts'
import type { World } from './world.ts'

const WORKSPACE_UNIT = 200

function chunks<T>(all: readonly T[], size: number): T[][] {
  const parts: T[][] = []
  for (let from = 0; from < all.length; from += size) parts.push(all.slice(from, from + size))
  return parts
}

/**
 * The rows as units that go in whole: what everybody shares first, then each customer with everything of theirs.
 * Inside a unit parents come before children.
 */
export function demoUnits(world: World): readonly (readonly TableRow[])[] {
  const shared: TableRow[] = []
  const byCustomer = new Map<string, TableRow[]>()
  for (const table of tableNames) {
    for (const row of world.rows(table) as readonly AnyRow[]) {
      const groupId = tables[table].scope === 'customer' ? groupOf(table, row) : null
      const unit = groupId === null ? shared : (byCustomer.get(groupId) ?? [])
      unit.push({ table, row })
      if (groupId !== null) byCustomer.set(groupId, unit)
    }
  }
  return [...chunks(shared, WORKSPACE_UNIT), ...byCustomer.values()]
}

export const countRows = (world: World): number =>
  tableNames.reduce((sum: number, table: TableName) => sum + world.rows(table).length, 0)
