import { groupOf } from '../../../shared/domain/codec.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import type { PullDeps } from './pull.ts'
import { rebase } from './rebase.ts'
import { depart } from './scope.ts'
import { FORMER_EPOCH_VERSION } from './store.ts'

const PAGE = 200

const swept: readonly TableName[] = ['customers', ...tableNames.filter(table => table !== 'customers')]

/**
 * After a snapshot that came over rows already here: what it did not name is gone on the hub or out of scope. A customer
 * it did not name leaves with everything, unless unsent work, parked work or a draft holds it; a row whose customer is
 * still here was removed.
 */
export async function sweep(deps: PullDeps, asOf: number): Promise<void> {
  const { store, yieldTurn } = deps
  for (const table of swept) {
    let after = ''
    for (;;) {
      const ids = store.rows.olderThan({ table, version: asOf, after, limit: PAGE })
      if (ids.length === 0) break
      after = ids.at(-1) ?? after
      store.transaction('relaxed', () => {
        if (table === 'customers') for (const id of ids) depart(store, { kind: 'customer', id })
        else removeUnnamed(deps, { table, ids, asOf })
      })
      await yieldTurn()
    }
    // Behind the customers, which say whose rows wait, and ahead of all else: a row that goes takes the effect of work on
    // it along, and what that work had hidden would show up in tables that were passed already.
    if (table === 'customers') store.transaction('relaxed', () => sweepHidden(deps, asOf))
  }
  store.transaction('relaxed', () => sweepHidden(deps, asOf))
}

/** Rows that pending work has removed are not among the others, but what they were would come back with them. */
function sweepHidden(deps: PullDeps, asOf: number): void {
  const byTable = Map.groupBy(deps.store.shadows.olderThan(asOf), ({ table }) => table)
  for (const [table, keys] of byTable) removeUnnamed(deps, { table, ids: keys.map(({ id }) => id), asOf })
}

type Unnamed = { readonly table: TableName; readonly ids: readonly string[]; readonly asOf: number }

function removeUnnamed(deps: PullDeps, { table, ids, asOf }: Unnamed): void {
  const { store, clientId } = deps
  const waiting = new Set(
    store.departures.list().flatMap(departure => (departure.kind === 'customer' ? [departure.id] : [])),
  )
  const gone = ids.filter(id => {
    const shadow = store.shadows.get({ table, id })
    const stored = store.rows.get(table, id)
    const row = shadow?.row ?? stored?.row
    const isForgotten = (shadow ?? stored)?.version === FORMER_EPOCH_VERSION
    // Words written on this device stay when a restored hub has forgotten them. One that has not removed them itself:
    // the person they are about was erased.
    if (tables[table].scope === 'agent' && row?.['clientId'] === clientId && isForgotten) return false
    const group = row ? groupOf(table, row as AnyRow) : null
    return group === null || !waiting.has(group)
  })
  const incoming = gone.map(id => ({ table, id, version: asOf, row: null }))
  rebase(deps, { incoming, touched: [], source: 'feed' })
}
