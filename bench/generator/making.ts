import type { Dice } from '../../shared/demo/dice.ts'
import type { AnyRow, Row, TableName } from '../../shared/domain/tables.ts'
import type { Writer } from './words.ts'

export type TableRow = { readonly table: TableName; readonly row: AnyRow }

/** When the newest thing happened, ms; everything is made before it. */
export const WORLD_NOW_MS = Date.UTC(2026, 2, 2, 9)
export type Making = {
  readonly dice: Dice
  readonly writer: Writer
  readonly agents: readonly Row<'agents'>[]
  readonly teams: readonly Row<'teams'>[]
  readonly id: (atMs: number) => string
  /** A moment in the two years before now; later ones are a little more likely. */
  readonly moment: () => number
}
