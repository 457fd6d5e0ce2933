import { z } from 'zod'
import { groupOf } from '../../../shared/domain/codec.ts'
import type { AnyRow } from '../../../shared/domain/tables.ts'
import { keyText } from './links.ts'
import type { Incoming } from './rebase.ts'
import { LOCAL_VERSION } from './store.ts'
import type { Departure, LaptopStore, RowKey } from './store.ts'

const isWorkedOn = ({ outbox, shadows }: LaptopStore, key: RowKey): boolean =>
  shadows.get(key) !== null || outbox.onRow(key.table, key.id).length > 0

const hasDraft = ({ rows }: LaptopStore, ticketId: string): boolean =>
  rows.many({ table: 'drafts', where: { ticketId }, above: null }).length > 0

const Chosen = z.object({ customerIds: z.array(z.string()) })

/** Customers the agent takes along offline. */
function takenAlong({ state }: LaptopStore): readonly string[] {
  const pack = state.get('dayPack')
  return pack === null ? [] : (Chosen.safeParse(JSON.parse(pack)).data?.customerIds ?? [])
}

/** Unsent work, parked work or a draft needs the row or its ticket to stay readable. */
function isHeld(store: LaptopStore, key: RowKey): boolean {
  if (isWorkedOn(store, key)) return true
  if (key.table === 'tickets') return hasDraft(store, key.id)
  const ticketId = store.rows.get(key.table, key.id)?.row['ticketId']
  return typeof ticketId === 'string' && hasDraft(store, ticketId)
}

const keysOf = (store: LaptopStore, departure: Departure): readonly RowKey[] =>
  departure.kind === 'customer'
    ? store.rows.ofGroup(departure.id)
    : [{ table: departure.table, id: departure.id }]

/** Takes a customer or a row off this laptop, now or when neither work nor the day pack holds it any more. Call inside a transaction. */
export function depart(store: LaptopStore, departure: Departure): void {
  const keys = keysOf(store, departure)
  const isPacked = departure.kind === 'customer' && takenAlong(store).includes(departure.id)
  if (isPacked || keys.some(key => isHeld(store, key))) {
    store.departures.add(departure)
    return
  }
  for (const key of keys) store.rows.remove(key.table, key.id)
  store.departures.drop(departure)
}

/** A customer that comes into scope, with the keys of all rows it has. */
export type Entered = {
  readonly customerId: string
  readonly seq: number
  readonly named: ReadonlySet<string>
}

/**
 * What is here of a customer that enters and was not named with it: removed while the customer was out of sight, held
 * here by work or a draft past a snapshot. Rows that waited to leave by themselves go on waiting.
 */
export function unnamedOf(store: LaptopStore, { customerId, seq, named }: Entered): readonly Incoming[] {
  const { rows, shadows } = store
  const waiting = new Set(store.departures.list().flatMap(each => (each.kind === 'row' ? keyText(each) : [])))
  // What pending work has removed is not among the rows, but what it was would come back with it.
  const here = [...rows.ofGroup(customerId), ...shadows.olderThan(seq)]
  return here.flatMap(key => {
    if (named.has(keyText(key)) || waiting.has(keyText(key))) return []
    const base = shadows.get(key) ?? rows.get(key.table, key.id)
    const isOfHub = base?.row && base.version !== LOCAL_VERSION
    if (!isOfHub || groupOf(key.table, base.row as AnyRow) !== customerId) return []
    return [{ table: key.table, id: key.id, version: seq, row: null }]
  })
}

/** The customer is in scope again. */
export const arrive = (store: LaptopStore, customerId: string): void =>
  store.departures.drop({ kind: 'customer', id: customerId })

/** A row of the feed is in scope; one that waited to leave stays. */
export const arriveRow = (store: LaptopStore, key: RowKey): void =>
  store.departures.drop({ kind: 'row', ...key })

/** Lets go what left the scope earlier and is not held any more. */
export function settleDepartures(store: LaptopStore): void {
  for (const departure of store.departures.list()) depart(store, departure)
}

/** The customer a row belongs to, as it stands here. */
export function groupHere(store: LaptopStore, { table, id }: RowKey): string | null {
  const found = store.rows.get(table, id) ?? null
  return found && groupOf(table, found.row as AnyRow)
}
