import { diceFrom } from '../../shared/demo/dice.ts'
import type { Dice } from '../../shared/demo/dice.ts'
import { randomFor } from '../../shared/demo/seeded-random.ts'
import { newId } from '../../shared/domain/ids.ts'
import type { AnyRow, Row, TableName } from '../../shared/domain/tables.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** The rows made so far and the streams of chance they are made with. */
export type World = {
  readonly nowMs: number
  /** A stream of its own for one subject: adding to one subject leaves the others as they were. */
  readonly dice: (subject: string) => Dice
  readonly id: (atMs: number) => string
  /** Keeps a row; its columns are checked against the table by the compiler. */
  readonly add: <Name extends TableName>(table: Name, row: Row<Name>) => Row<Name>
  readonly rows: <Name extends TableName>(table: Name) => readonly Row<Name>[]
  /** Puts another version in the place of a kept row. */
  readonly replace: <Name extends TableName>(table: Name, index: number, row: Row<Name>) => void
}

/** Somebody of the stories. People made up by chance can have the same name, and stand before them. */
export const toldPerson = (world: World, name: string): Row<'customers'> | null =>
  world.rows('customers').findLast(customer => customer.name === name) ?? null

export type WorldOptions = { readonly seed: number; readonly nowMs: number }

/** Most ids of one millisecond that keep their order: the first 12 bits count them. */
const COUNTED = 4096

/** Ids in the order they were asked for, also within a millisecond: lines of an order stay as they were written. */
function idsInTurn(random: () => number): World['id'] {
  const given = new Map<number, number>()
  return atMs => {
    const nth = given.get(atMs) ?? 0
    given.set(atMs, nth + 1)
    let isFirst = true
    return newId(atMs, () => {
      const value = isFirst ? Math.min(nth, COUNTED - 1) / COUNTED : random()
      isFirst = false
      return value
    })
  }
}

export function createWorld({ seed, nowMs }: WorldOptions): World {
  const tables = new Map<TableName, AnyRow[]>()
  const idRandom = randomFor(seed, 'ids')
  const listOf = (table: TableName): AnyRow[] => {
    const known = tables.get(table)
    if (known) return known
    const made: AnyRow[] = []
    tables.set(table, made)
    return made
  }
  return {
    nowMs,
    dice: subject => diceFrom(randomFor(seed, subject)),
    id: idsInTurn(idRandom),
    add: (table, row) => {
      listOf(table).push(row)
      return row
    },
    rows: <Name extends TableName>(table: Name) =>
      // Only add and replace put rows in, under the type of the same table.
      listOf(table) as unknown as readonly Row<Name>[],
    replace: (table, index, row) => {
      listOf(table)[index] = row
    },
  }
}
