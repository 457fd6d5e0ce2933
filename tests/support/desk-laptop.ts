import { isTableName, tableNames } from '../../shared/domain/tables.ts'
import type { AnyRow } from '../../shared/domain/tables.ts'
import { AUTOMATION } from '../../shared/mutations/define.ts'
import type { Actor } from '../../shared/mutations/define.ts'
import { mutationByName } from '../../shared/mutations/index.ts'
import type { MutationName } from '../../shared/mutations/index.ts'
import type { MutateDeps } from '../../main/data/sync/mutate.ts'
import { aWiderDesk, ids, ofSupervisors } from '../unit/mutations/scenes.ts'
import { NOW_MS } from './builders.ts'
import { openLaptopDatabase } from './laptop-database.ts'
import type { LaptopDatabase } from './laptop-database.ts'
import { seededRandom } from './sample-row.ts'

export const VERSION = 10

export type DeskLaptop = LaptopDatabase & {
  readonly deps: MutateDeps
  /** Who acts; what only the hub decides is its own act. */
  readonly depsFor: (name: MutationName) => MutateDeps
  /** Every row by table and id. */
  readonly content: () => Readonly<Record<string, readonly AnyRow[]>>
}

export function contentOfDatabase({
  database,
  store,
}: LaptopDatabase): Readonly<Record<string, readonly AnyRow[]>> {
  const rowsOf = (table: (typeof tableNames)[number]): readonly AnyRow[] => {
    const name = table.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
    const found = database.db.handle.prepare(`SELECT id FROM ${name} ORDER BY id`).pluck().all() as string[]
    return found.flatMap(id => (store.rows.get(table, id)?.row as AnyRow | undefined) ?? [])
  }
  return Object.fromEntries(tableNames.map(table => [table, rowsOf(table)]))
}

/** The desk of the mutation scenes on a real laptop database, as the hub sent it. */
export function openDeskLaptop(desk = aWiderDesk()): DeskLaptop {
  const laptop = openLaptopDatabase()
  const { store } = laptop
  store.transaction('relaxed', () => {
    for (const [table, rows] of Object.entries(desk.snapshot())) {
      if (isTableName(table)) for (const row of rows) store.rows.put(table, row, VERSION)
    }
  })
  const me: Actor = { id: ids.me, name: 'Lena Koch', role: 'agent', teamIds: [] }
  const depsOf = (actor: Actor): MutateDeps => ({
    store,
    clock: { now: () => NOW_MS },
    random: seededRandom(7),
    actor: () => actor,
  })
  return {
    ...laptop,
    deps: depsOf(me),
    depsFor: name => {
      if (mutationByName(name).decidedBy === 'hub') return depsOf(AUTOMATION)
      return depsOf(ofSupervisors.has(name) ? { ...me, role: 'supervisor' } : me)
    },
    content: () => contentOfDatabase(laptop),
  }
}
