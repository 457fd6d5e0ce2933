import type { Departure, LaptopStore } from '../../../main/data/sync/store.ts'
import { mapOutbox } from './map-laptop-outbox.ts'
import { heldGroups, mapRows, mapShadows } from './map-laptop-rows.ts'
import { emptyDisk } from './map-laptop-state.ts'
import type { LaptopDisk } from './map-laptop-state.ts'
import { UndoLog } from './undo-log.ts'

export type MapLaptopStore = LaptopStore & {
  readonly disk: LaptopDisk
  /** The process dies inside a transaction: the open one is gone, committed ones stay. */
  readonly crash: () => void
  /** The power goes: of the relaxed transactions since the last durable one, the newest `lost` are gone too. */
  readonly cutPower: (lost: number) => void
  readonly unsynced: () => number
  /** Grows with every transaction that wrote something, and with every loss. */
  readonly turn: () => number
}

const departureKey = (departure: Departure): string =>
  departure.kind === 'customer' ? `customer:${departure.id}` : `row:${departure.table}:${departure.id}`

/** The laptop's storage as maps, with the durability of a real disk: relaxed commits can be lost, durable ones cannot. */
export function createMapLaptopStore(disk: LaptopDisk = emptyDisk(), isHonest = true): MapLaptopStore {
  let open: UndoLog | null = null
  let relaxed: UndoLog[] = []
  let turn = 0

  const journal = (): UndoLog => {
    if (!open) throw new Error('Write outside of a transaction')
    return open
  }
  const transaction: LaptopStore['transaction'] = (durability, work) => {
    if (open) return work()
    const mine = new UndoLog()
    open = mine
    try {
      const result = work()
      if (mine.mark() > 0) turn += 1
      if (durability === 'durable' && isHonest) relaxed = []
      else relaxed.push(mine)
      return result
    } catch (error) {
      mine.rollBackTo(0)
      throw error
    } finally {
      open = null
    }
  }
  return {
    disk,
    transaction,
    rows: mapRows(disk, journal),
    shadows: mapShadows(disk, journal),
    outbox: mapOutbox(disk, journal),
    departures: {
      list: () => [...disk.departures.values()],
      add: departure => journal().set(disk.departures, departureKey(departure), departure),
      drop: departure => journal().remove(disk.departures, departureKey(departure)),
      heldOf: customerIds => heldGroups(disk, customerIds),
    },
    state: {
      get: key => disk.state.get(key) ?? null,
      set: (key, value) =>
        value === null ? journal().remove(disk.state, key) : journal().set(disk.state, key, value),
    },
    searchLater: () => {},
    tidy: () => false,
    turn: () => turn,
    crash: () => {
      turn += 1
      open?.rollBackTo(0)
      open = null
    },
    cutPower: lost => {
      turn += 1
      open?.rollBackTo(0)
      open = null
      for (let count = 0; count < lost; count += 1) relaxed.pop()?.rollBackTo(0)
      relaxed = []
    },
    unsynced: () => relaxed.length,
  }
}
