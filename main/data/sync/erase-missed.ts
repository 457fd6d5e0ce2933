import { groupOf } from '../../../shared/domain/codec.ts'
import type { AnyRow } from '../../../shared/domain/tables.ts'
import { erasePerson, unfinished } from './erase-person.ts'
import type { PullDeps } from './pull.ts'
import { rebase } from './rebase.ts'
import { groupHere } from './scope.ts'
import type { LaptopStore, RowKey } from './store.ts'

export type Missed = {
  /** Customers the hub named with the end of a snapshot. */
  readonly erased: readonly string[]
  readonly asOf: number
}

/** Customers whose own row is not here, and who are named all the same: by work, or by a row that waits to leave. */
function namedHere(store: LaptopStore): ReadonlySet<string> {
  const named = [
    ...[...unfinished(store)].map(({ customerId }) => customerId),
    ...store.outbox.doneSince(0).map(({ customerId }) => customerId),
    ...store.departures.list().map(each => (each.kind === 'row' ? groupHere(store, each) : each.id)),
  ]
  return new Set(named.filter(id => id !== null))
}

/** Rows of the hub that pending work has removed here: what they were would come back with it. */
const hiddenOf = ({ shadows }: LaptopStore, customerId: string): readonly RowKey[] =>
  shadows.olderThan(Number.MAX_SAFE_INTEGER).filter(key => {
    const row = shadows.get(key)?.row
    return row !== null && row !== undefined && groupOf(key.table, row as AnyRow) === customerId
  })

/** What the hub removes with a person: their rows, drafts on their tickets, and who fetched them. */
function rowsOf(store: LaptopStore, customerId: string): readonly RowKey[] {
  const ofGroup = store.rows.ofGroup(customerId)
  const drafts = ofGroup.flatMap(({ table, id }) =>
    table === 'tickets' ? store.rows.many({ table: 'drafts', where: { ticketId: id }, above: null }) : [],
  )
  const keeps = store.rows.many({ table: 'keeps', where: { customerId }, above: null })
  return [
    ...ofGroup,
    ...hiddenOf(store, customerId),
    ...drafts.map(({ row }) => ({ table: 'drafts' as const, id: String(row['id']) })),
    ...keeps.map(({ row }) => ({ table: 'keeps' as const, id: String(row['id']) })),
  ]
}

/**
 * People who were erased while this laptop was away, as if it had heard of each by a tombstone: those may be forgotten by
 * now, and to a snapshot somebody who was erased looks like somebody who left the scope, whose drafts, files and accepted
 * work stay. Each in a transaction of its own; the same ones once more change nothing.
 */
export async function eraseMissed(deps: PullDeps, { erased, asOf }: Missed): Promise<void> {
  const { store, yieldTurn } = deps
  if (erased.length === 0) return
  const named = namedHere(store)
  const isHere = (id: string): boolean =>
    named.has(id) ||
    store.rows.version('customers', id) !== null ||
    store.shadows.get({ table: 'customers', id }) !== null
  for (const customerId of erased.filter(isHere)) {
    store.transaction('relaxed', () => {
      const incoming = rowsOf(store, customerId).map(key => ({ ...key, version: asOf, row: null }))
      rebase(deps, { incoming, touched: [], source: 'feed' })
      erasePerson(deps, customerId)
    })
    await yieldTurn()
  }
}
