import { close } from '../../main/data/db/open.ts'
import type { AnyRow, TableName } from '../../shared/domain/tables.ts'
import { tableNames, tables } from '../../shared/domain/tables.ts'
import { makeWorld } from '../generator/world.ts'
import type { TableRow } from '../generator/making.ts'
import type { World } from '../generator/world.ts'
import { laptopFolder, openLaptop } from './laptop.ts'
import type { BenchContext } from './leg.ts'
import { turn } from './turn.ts'

const ROWS_PER_PART = 2_000
/** Any number above 0: as if a hub had sent the rows. */
const VERSION = 1

function* allGroups(world: World): Iterable<readonly TableRow[]> {
  yield world.directory
  yield* world.groups()
}

/** A laptop that has everything, search included, filled without a hub: the path of its closed file. */
export async function localLaptop(
  context: BenchContext,
): Promise<{ readonly path: string; readonly world: World }> {
  context.progress('filling the laptop that others are copied from, without a hub')
  const world = makeWorld(context.size)
  const laptop = openLaptop(await laptopFolder(context.folder, 'local'))
  const waiting = new Map<TableName, AnyRow[]>()
  const put = (table: TableName): void => {
    const columns = Object.keys(tables[table].columns)
    const rows = (waiting.get(table) ?? []).map(row => columns.map(key => row[key]))
    waiting.set(table, [])
    laptop.store.transaction('relaxed', () =>
      laptop.store.rows.fill({ table, columns, rows, version: VERSION }),
    )
  }
  for (const group of allGroups(world)) {
    await turn()
    for (const { table, row } of group) {
      const rows = waiting.get(table) ?? []
      waiting.set(table, rows)
      rows.push(row)
      if (rows.length >= ROWS_PER_PART) put(table)
    }
  }
  for (const table of tableNames) if (waiting.get(table)?.length) put(table)
  context.progress('indexing its words')
  while (laptop.store.tidy(Date.now())) await turn()
  laptop.db.handle.pragma('wal_checkpoint(TRUNCATE)')
  close(laptop.db)
  return { path: laptop.path, world }
}
