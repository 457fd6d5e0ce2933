import type { Dice } from '../../shared/demo/dice.ts'
import type { AnyRow, Row, TableName } from '../../shared/domain/tables.ts'
import type { Writer } from './words.ts'

export type TableRow = { readonly table: TableName; readonly row: AnyRow }

/** When the newest thing happened, ms; everything is made before it. */
export const WORLD_NOW_MS = Date.UTC(2026, 2, 2, 9)

/** Who looks after a customer: one team, and those in it. So a laptop that holds its teams' customers holds a part. */
export type Home = { readonly teamId: string; readonly members: readonly Row<'agents'>[] }

export type Making = {
  readonly dice: Dice
  readonly writer: Writer
  readonly agents: readonly Row<'agents'>[]
  readonly id: (atMs: number) => string
  /** A moment in the two years before now; later ones are a little more likely. */
  readonly moment: () => number
}
