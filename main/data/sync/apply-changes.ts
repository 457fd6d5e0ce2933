import type { Change } from '../../../shared/mutations/define.ts'
import { LOCAL_VERSION } from './store.ts'
import type { LaptopStore, RowKey, StoredRow } from './store.ts'

/** Keeps the hub's truth, which the row still is, before the first pending work changes it. */
function keepShadow({ shadows }: LaptopStore, key: RowKey, found: StoredRow | null): void {
  if (!shadows.get(key)) shadows.put(key, found ?? { row: null, version: LOCAL_VERSION })
}

/**
 * Applies what a mutation planned to the rows the agent sees. A row that is there already is not inserted again, and one
 * that is gone is not patched: the hub got there first, its answer is under way.
 */
export function applyChanges(store: LaptopStore, changes: readonly Change[]): void {
  for (const change of changes) {
    const { table, id } = change
    const found = store.rows.get(table, id)
    if ((found !== null) === (change.how === 'insert')) continue
    keepShadow(store, { table, id }, found)
    if (change.how === 'insert') store.rows.put(table, { ...change.row, id }, LOCAL_VERSION)
    else if (change.how === 'patch') store.rows.patch(table, id, change.fields)
    else store.rows.remove(table, id)
  }
}
