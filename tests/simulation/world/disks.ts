import { rmSync } from 'node:fs'
import type { Random } from '../../../shared/clock.ts'
import { isTableName, tableNames } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { replaceKey } from '../../../main/data/db/rekey/replace-key.ts'
import type { LaptopStore } from '../../../main/data/sync/store.ts'
import { quickFolder } from '../../support/at-the-end.ts'
import { openLaptopDatabase, TEST_KEY } from '../../support/laptop-database.ts'
import type { LaptopDatabase } from '../../support/laptop-database.ts'
import { age } from '../stores/aged-database.ts'
import { createMapLaptopStore } from '../stores/map-laptop-store.ts'
import { emptyDisk, rowMap } from '../stores/map-laptop-state.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { sqlTableName } from '../../../shared/domain/table.ts'

/** What keeps a laptop's rows through crashes: maps, or a real SQLite file that is opened again. */
export type SimulatedDisk = {
  readonly store: () => LaptopStore
  /** The state as maps, for the invariants. */
  readonly look: () => LaptopDisk
  /** Another number whenever something may have changed. */
  readonly turn: () => number
  /** The process died; `losesPower` takes what was not yet on the disk. */
  readonly die: (losesPower: boolean, random: Random) => void
  /** What lies there was written by an older app; this one brings it up to date. */
  readonly upgrade: (random: Random) => void
  readonly close: () => void
}

export function mapDisk(): SimulatedDisk {
  const store = createMapLaptopStore()
  return {
    store: () => store,
    look: () => store.disk,
    turn: store.turn,
    die: (losesPower, random: Random) => {
      if (losesPower) store.cutPower(Math.floor(random() * (store.unsynced() + 1)))
      else store.crash()
    },
    upgrade: () => {},
    close: () => {},
  }
}

/** A real encrypted SQLite file; after each crash it is opened again. */
export function sqliteDisk(): SimulatedDisk {
  const folder = quickFolder('simulated')
  let key = TEST_KEY
  let laptop = openLaptopDatabase({ folder, key })
  let mirror = emptyDisk()
  let lives = 0
  const turn = (): number => lives * 1e9 + changesOf(laptop)
  const openAgain = (whileClosed: () => void = () => {}): void => {
    laptop.close()
    whileClosed()
    laptop = openLaptopDatabase({ folder, key })
    lives += 1
    mirrored = -1
  }
  let mirrored = -1
  return {
    store: () => laptop.store,
    look: () => {
      // Another epoch gives every row another version, which no transaction announces row by row.
      const isOtherEpoch = laptop.store.state.get('epoch') !== (mirror.state.get('epoch') ?? null)
      if (mirrored === -1 || isOtherEpoch) mirror = readDisk(laptop, mirror)
      else if (mirrored !== turn()) readChanged(laptop, mirror)
      laptop.announced.length = 0
      mirrored = turn()
      return mirror
    },
    turn,
    die: () => openAgain(),
    upgrade: random => {
      age(laptop.database.db, random)
      // The new app locks it with another key before it opens it.
      openAgain(() => {
        const nextKey = (lives % 256).toString(16).padStart(2, '0').repeat(32)
        replaceKey({ path: laptop.path, key }, nextKey, { copied: () => {}, marked: () => {} })
        key = nextKey
      })
    },
    close: () => {
      laptop.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Asked after every step: preparing it takes longer than its answer. */
const askedOf = new WeakMap<LaptopDatabase, () => unknown>()

function changesOf(laptop: LaptopDatabase): number {
  let ask = askedOf.get(laptop)
  if (ask === undefined) {
    const changes = laptop.database.db.handle.prepare('SELECT total_changes()').pluck()
    ask = () => changes.get()
    askedOf.set(laptop, ask)
  }
  return ask() as number
}

type Wanted = { readonly table: TableName; readonly ids: Iterable<string> }

function readRows({ store }: LaptopDatabase, disk: LaptopDisk, { table, ids }: Wanted): void {
  const rows = rowMap(disk, table)
  for (const id of ids) {
    const stored = store.rows.get(table, id)
    disk.touched.add(`${table}:${id}`)
    if (stored) rows.set(id, stored)
    else rows.delete(id)
  }
}

const idsOf = ({ database }: LaptopDatabase, table: TableName): readonly string[] =>
  database.db.handle
    .prepare(`SELECT id FROM ${sqlTableName(table)}`)
    .pluck()
    .all() as string[]

/** Rows by what the transactions announced, everything else anew: it is little. */
function readChanged(laptop: LaptopDatabase, disk: LaptopDisk): void {
  for (const changed of laptop.announced) {
    for (const [table, ids] of changed) {
      if (!isTableName(table)) continue
      const all = (): Iterable<string> => new Set([...rowMap(disk, table).keys(), ...idsOf(laptop, table)])
      readRows(laptop, disk, { table, ids: ids ?? all() })
    }
  }
  readRest(laptop, disk)
}

/** All of it anew. Rows that were there before and went with an update of the app have changed as well. */
function readDisk(laptop: LaptopDatabase, former: LaptopDisk): LaptopDisk {
  const disk = emptyDisk()
  for (const table of tableNames) {
    const ids = new Set([...rowMap(former, table).keys(), ...idsOf(laptop, table)])
    readRows(laptop, disk, { table, ids })
  }
  readRest(laptop, disk)
  return disk
}

function readRest({ database, store }: LaptopDatabase, disk: LaptopDisk): void {
  for (const map of [disk.shadows, disk.outbox, disk.links, disk.done, disk.departures, disk.state])
    map.clear()
  disk.outboxTurn += 1
  disk.intentsTurn += 1
  const shadowed = database.db.handle.prepare('SELECT table_name, row_id FROM shadows').all() as {
    table_name: TableName
    row_id: string
  }[]
  for (const { table_name: table, row_id: id } of shadowed) {
    const shadow = store.shadows.get({ table, id })
    if (shadow) disk.shadows.set(`${table}:${id}`, shadow)
  }
  for (const { links, ...entry } of store.outbox.page(0, 10_000)) {
    disk.outbox.set(entry.mutationId, entry)
    disk.links.set(entry.mutationId, links)
  }
  for (const entry of store.outbox.doneSince(0)) disk.done.set(entry.mutationId, entry)
  for (const departure of store.departures.list()) {
    disk.departures.set(
      departure.kind === 'customer' ? `customer:${departure.id}` : `row:${departure.table}:${departure.id}`,
      departure,
    )
  }
  for (const key of ['epoch', 'cursor', 'upToSeq', 'fill', 'missing', 'topUp'] as const) {
    const value = store.state.get(key)
    if (value !== null) disk.state.set(key, value)
  }
}
