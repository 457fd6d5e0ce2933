import type { Change } from '../../../shared/mutations/define.ts'
import { LOCAL_VERSION } from './store.ts'
import type { LaptopStore, RowKey } from './store.ts'

/** Keeps the hub's truth before the first pending work changes a row. */
function keepShadow(store: LaptopStore, key: RowKey): void {
  if (store.shadows.get(key)) return
  const found = store.rows.get(key.table, key.id)
  store.shadows.put(key, found ?? { row: null, version: LOCAL_VERSION })
}

/**
 * Applies what a mutation planned to the rows the agent sees. A row that is there already is not inserted again, and one
 * that is gone is not patched: the hub got there first, its answer is under way.
 */
export function applyChanges(store: LaptopStore, changes: readonly Change[]): void {
  for (const change of changes) {
    const { table, id } = change
    const exists = store.rows.get(table, id) !== null
    if (exists === (change.how === 'insert')) continue
    keepShadow(store, { table, id })
    if (change.how === 'insert') store.rows.put(table, { ...change.row, id }, LOCAL_VERSION)
    else if (change.how === 'patch') store.rows.patch(table, id, change.fields)
    else store.rows.remove(table, id)
  }
}
