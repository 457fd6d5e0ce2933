import { z } from 'zod'
import { groupOf } from '../../../shared/domain/codec.ts'
import type { AnyRow } from '../../../shared/domain/tables.ts'
import { keyText } from './links.ts'
import type { Incoming } from './rebase.ts'
import { FORMER_EPOCH_VERSION, LOCAL_VERSION } from './store.ts'
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

type RowDeparture = Extract<Departure, { kind: 'row' }>

/** Takes a row off this laptop, now or when no work holds it any more. Call inside a transaction. */
export function departRow(store: LaptopStore, departure: RowDeparture): void {
  const { table, id } = departure
  const isHere = store.rows.version(table, id) !== null || store.shadows.get({ table, id }) !== null
  if (isHere && isHeld(store, { table, id })) {
    store.departures.add(departure)
    return
  }
  store.rows.remove(table, id)
  store.departures.drop(departure)
}

/**
 * Takes customers off this laptop, each now or when neither work nor the day pack holds them any more: with all their
 * rows, by one statement a table, or out of lists only, where a sweep takes all else. Call inside a transaction.
 */
export function departCustomers(
  store: LaptopStore,
  ids: readonly string[],
  how: 'whole' | 'heads' = 'whole',
): void {
  if (ids.length === 0) return
  const { departures } = store
  const packed = takenAlong(store)
  const held = departures.heldOf(ids)
  const stays = (id: string): boolean => packed.includes(id) || held.has(id)
  const going = ids.filter(id => !stays(id))
  const isAnyWaiting = departures.list().length > 0
  for (const id of ids.filter(stays)) departures.add({ kind: 'customer', id })
  if (how === 'whole') store.rows.removeGroups(going)
  else store.rows.removeHeads(going)
  if (isAnyWaiting) for (const id of going) departures.drop({ kind: 'customer', id })
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
export const unnamedOf = (store: LaptopStore, entered: Entered): readonly Incoming[] =>
  outdatedOf(store, entered, () => true)

/** The same of a customer whom a restored hub did not know and was given again: what nobody has given it since. */
export const forgottenOf = (store: LaptopStore, entered: Entered): readonly Incoming[] =>
  outdatedOf(store, entered, version => version === FORMER_EPOCH_VERSION)

function outdatedOf(
  store: LaptopStore,
  { customerId, seq, named }: Entered,
  isOutdated: (version: number) => boolean,
): readonly Incoming[] {
  const { rows, shadows } = store
  const waiting = new Set(store.departures.list().flatMap(each => (each.kind === 'row' ? keyText(each) : [])))
  // What pending work has removed is not among the rows, but what it was would come back with it.
  const here = [...rows.ofGroup(customerId), ...shadows.olderThan(seq)]
  return here.flatMap(key => {
    if (named.has(keyText(key)) || waiting.has(keyText(key))) return []
    const base = shadows.get(key) ?? rows.get(key.table, key.id)
    const isOfHub = base?.row && base.version !== LOCAL_VERSION && isOutdated(base.version)
    if (!isOfHub || groupOf(key.table, base.row as AnyRow) !== customerId) return []
    return [{ table: key.table, id: key.id, version: seq, row: null }]
  })
}

/** Customers that leave when no work holds them any more. */
export const waitingCustomers = ({ departures }: LaptopStore): Set<string> =>
  new Set(departures.list().flatMap(each => (each.kind === 'customer' ? [each.id] : [])))

/** The customer is in scope again. */
export const arrive = (store: LaptopStore, customerId: string): void =>
  store.departures.drop({ kind: 'customer', id: customerId })

/** A row of the feed is in scope; one that waited to leave stays. */
export const arriveRow = (store: LaptopStore, key: RowKey): void =>
  store.departures.drop({ kind: 'row', ...key })

/** Lets go what left the scope earlier and is not held any more. */
export function settleDepartures(store: LaptopStore): void {
  const waiting = Map.groupBy(store.departures.list(), ({ kind }) => kind)
  departCustomers(
    store,
    (waiting.get('customer') ?? []).map(({ id }) => id),
  )
  for (const each of waiting.get('row') ?? []) if (each.kind === 'row') departRow(store, each)
}

/** The customer a row belongs to, as it stands here. */
export function groupHere(store: LaptopStore, { table, id }: RowKey): string | null {
  const found = store.rows.get(table, id) ?? null
  return found && groupOf(table, found.row as AnyRow)
}
