import { groupOf } from '../../../shared/domain/codec.ts'
import { tableNames, tables } from '../../../shared/domain/tables.ts'
import type { AnyRow, TableName } from '../../../shared/domain/tables.ts'
import { indexedColumns } from '../../../shared/mutations/look-ups.ts'
import { lookupId } from './outbox-store.ts'
import type { PullDeps } from './pull.ts'
import { rebase } from './rebase.ts'
import { departCustomers, waitingCustomers } from './scope.ts'
import { FORMER_EPOCH_VERSION } from './store.ts'
import type { LaptopStore, OlderPage } from './store.ts'

/** A step takes a millisecond or a few: a customer goes with all their rows. */
const ROWS_A_STEP = 64
const CUSTOMERS_A_STEP = 4

const others: readonly TableName[] = tableNames.filter(table => table !== 'customers')

/**
 * After a snapshot that came over rows already here: what it did not name is gone on the hub or out of scope. A customer
 * it did not name leaves lists at once, unless unsent work, parked work or a draft holds it, and all their rows with the
 * others: table by table as they lie in the file, because a customer's are all over it and each page would be written for
 * each of them. A row whose customer is still here was removed. Where the process ends in the middle, the end of the snapshot comes again and the sweep with it,
 * over what is left. Tables that stay are left alone.
 */
export async function sweep(
  deps: PullDeps,
  asOf: number,
  stays: (table: TableName) => boolean = () => false,
): Promise<void> {
  const { store } = deps
  const leave = (ids: readonly string[]): void => departCustomers(store, ids, 'heads')
  await eachOlder(deps, asOf, { table: 'customers', limit: CUSTOMERS_A_STEP, take: leave })
  // Behind the customers, which say whose rows wait, and ahead of all else: a row that goes takes the effect of work on
  // it along, and what that work had hidden would show up in tables that were passed already.
  store.transaction('relaxed', () => sweepHidden(deps, asOf, stays))
  for (const table of others.filter(name => !stays(name))) {
    const take = (ids: readonly string[]): void => removeUnnamed(deps, { table, ids, asOf })
    await eachOlder(deps, asOf, { table, limit: ROWS_A_STEP, take })
  }
  // Those whose threads were too many for a step, and those that were held and are not any more: with what is left of them.
  const leaveWhole = (ids: readonly string[]): void => departCustomers(store, ids)
  await eachOlder(deps, asOf, { table: 'customers', limit: CUSTOMERS_A_STEP, take: leaveWhole })
  store.transaction('relaxed', () => sweepHidden(deps, asOf, stays))
}

type Older = {
  readonly table: TableName
  /** Rows of a step. */
  readonly limit: number
  /** Called in a transaction. */
  readonly take: (ids: readonly string[]) => void
}

/** Goes once through the older rows of a table, in transactions as long as the pace allows. */
async function eachOlder(deps: PullDeps, asOf: number, { table, limit, take }: Older): Promise<void> {
  const { store, pace, yieldTurn } = deps
  const pageFrom = (after: string) => store.rows.olderThan({ table, version: asOf, after, limit })
  const takeFrom = (first: OlderPage): string | null => {
    const goesOn = pace.begin()
    for (let page = first; ; page = pageFrom(page.next)) {
      if (page.ids.length > 0) take(page.ids)
      if (page.next === null || !goesOn()) return page.next
    }
  }
  let after: string | null = ''
  while (after !== null) {
    // Looked for anew in every turn: meanwhile rows may have come back, newer.
    const page = pageFrom(after)
    after = page.ids.length === 0 ? page.next : store.transaction('relaxed', () => takeFrom(page))
    if (page.ids.length > 0 || after !== null) await yieldTurn()
  }
}

/** Rows that pending work has removed are not among the others, but what they were would come back with them. */
function sweepHidden(deps: PullDeps, asOf: number, stays: (table: TableName) => boolean): void {
  const byTable = Map.groupBy(deps.store.shadows.olderThan(asOf), ({ table }) => table)
  for (const [table, keys] of byTable)
    if (!stays(table)) removeUnnamed(deps, { table, ids: keys.map(({ id }) => id), asOf })
}

type Unnamed = { readonly table: TableName; readonly ids: readonly string[]; readonly asOf: number }

function removeUnnamed(deps: PullDeps, { table, ids, asOf }: Unnamed): void {
  const { store } = deps
  const gone = ids.filter(leavesWithSweep(deps, table))
  const isLinked = linkedTo(deps, table)
  store.rows.removeMany(
    table,
    gone.filter(id => !isLinked(id)),
  )
  const incoming = gone.filter(isLinked).map(id => ({ table, id, version: asOf, row: null }))
  if (incoming.length > 0) rebase(deps, { incoming, touched: [], source: 'feed' })
}

/** The row as the hub had it. */
const baseOf = ({ rows, shadows }: LaptopStore, table: TableName, id: string) =>
  shadows.get({ table, id }) ?? rows.get(table, id)

/** Says of a row whether it goes: nearly always without looking at it. */
function leavesWithSweep({ store, clientId }: PullDeps, table: TableName): (id: string) => boolean {
  const { scope } = tables[table]
  const waiting = waitingCustomers(store)
  if (scope === 'workspace' || (scope === 'customer' && waiting.size === 0)) return () => true
  return id => {
    const base = baseOf(store, table, id)
    // Words written on this device stay when a restored hub has forgotten them. One that has not removed them itself:
    // the person they are about was erased.
    const isOwn = scope === 'agent' && base?.row?.['clientId'] === clientId
    if (isOwn && base.version === FORMER_EPOCH_VERSION) return false
    const group = base?.row ? groupOf(table, base.row as AnyRow) : null
    return group === null || !waiting.has(group)
  }
}

/** Says of a row whether pending work touches it or looks for it, or it says what the agent may do. */
function linkedTo({ store, actor }: PullDeps, table: TableName): (id: string) => boolean {
  const links = store.outbox.linkedIn(table)
  if (table === 'agents') links.add(actor().id)
  const isShadowed = store.shadows.isIn(table)
  if (links.size === 0 && !isShadowed) return () => false
  return id => {
    if (links.has(id) || (isShadowed && store.shadows.get({ table, id }))) return true
    const row = store.rows.get(table, id)?.row ?? {}
    return indexedColumns(table).some(column => links.has(lookupId(column, String(row[column]))))
  }
}
