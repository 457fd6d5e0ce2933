import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Random } from '../../../shared/clock.ts'
import { tableNames } from '../../../shared/domain/tables.ts'
import type { TableName } from '../../../shared/domain/tables.ts'
import { openLaptopDatabase } from '../../support/laptop-database.ts'
import { createMapLaptopStore } from '../stores/map-laptop-store.ts'
import { emptyDisk, rowMap } from '../stores/map-laptop-state.ts'
import type { LaptopDisk } from '../stores/map-laptop-state.ts'
import { sqlTableName } from '../../../shared/domain/table.ts'
import type { SimulatedDisk } from './laptop.ts'

/** `isHonest` false: what it calls durable is only relaxed. */
export function mapDisk(isHonest = true): SimulatedDisk {
  const store = createMapLaptopStore(emptyDisk(), isHonest)
  return {
    store: () => store,
    look: () => store.disk,
    die: (losesPower, random: Random) => {
      if (losesPower) store.cutPower(Math.floor(random() * (store.unsynced() + 1)))
      else store.crash()
    },
    close: () => {},
  }
}

/** A real encrypted SQLite file; after each crash it is opened again. */
export function sqliteDisk(): SimulatedDisk {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-simulated-'))
  let laptop = openLaptopDatabase({ folder })
  return {
    store: () => laptop.store,
    look: () => readDisk(laptop),
    die: () => {
      laptop.close()
      laptop = openLaptopDatabase({ folder })
    },
    close: () => {
      laptop.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function readDisk({ database, store }: ReturnType<typeof openLaptopDatabase>): LaptopDisk {
  const disk = emptyDisk()
  const { handle } = database.db
  for (const table of tableNames) {
    const ids = handle
      .prepare(`SELECT id FROM ${sqlTableName(table)}`)
      .pluck()
      .all() as string[]
    for (const id of ids) {
      const stored = store.rows.get(table, id)
      if (stored) rowMap(disk, table).set(id, stored)
    }
  }
  const shadowed = handle.prepare('SELECT table_name, row_id FROM shadows').all() as {
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
  for (const key of ['epoch', 'cursor', 'upToSeq', 'fill'] as const) {
    const value = store.state.get(key)
    if (value !== null) disk.state.set(key, value)
  }
  return disk
}
