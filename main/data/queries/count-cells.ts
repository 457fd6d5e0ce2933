import { lateCellsBetween } from '../db/late-cells.ts'
import { allValues } from '../db/statement.ts'
import type { ReadableDb } from '../db/types.ts'

/** Threads of one owner, state, kind and pairing; kind 'pair': tickets with both threads among them. */
export type Cell = {
  readonly owner: string
  readonly state: string
  readonly kind: string
  readonly isPaired: boolean
  readonly total: number
  readonly late: number
}
/** By owner and state. Amounts of cells that are alike add up. */
export type Cells = ReadonlyMap<string, readonly Cell[]>

const CELLS = `SELECT owner, state, kind, is_paired, total, late FROM thread_counts
  WHERE owner IN (SELECT value FROM json_each(:owners))`

const asOf = '(SELECT as_of_ms FROM count_clock)'
/**
 * With what became late since the counts were made, or is not late yet because the clock went back. One statement, so
 * that a commit in the middle cannot come between.
 */
const CELLS_AT = `${CELLS} UNION ALL
  SELECT owner, state, kind, is_paired, 0, iif(:now < ${asOf}, -late, late)
  FROM (${lateCellsBetween({ lo: `min(:now, ${asOf})`, hi: `max(:now, ${asOf})` })})`

type Wanted = {
  readonly owners: readonly string[]
  /** Moment that tells late from in time, ms; null: nobody asks. */ readonly lateAtMs: number | null
}

export function readCells(db: ReadableDb, { owners, lateAtMs }: Wanted): Cells {
  const ownersJson = JSON.stringify(owners)
  const found =
    lateAtMs === null
      ? allValues(db, CELLS, { owners: ownersJson })
      : allValues(db, CELLS_AT, { owners: ownersJson, now: lateAtMs })
  const cells = new Map<string, Cell[]>()
  for (const values of found) {
    const [owner, state, kind] = values.slice(0, 3).map(String) as [string, string, string]
    const cell = {
      owner,
      state,
      kind,
      isPaired: values[3] === 1,
      total: Number(values[4]),
      late: Number(values[5]),
    }
    const known = cells.get(`${owner}/${state}`)
    if (known) known.push(cell)
    else cells.set(`${owner}/${state}`, [cell])
  }
  return cells
}
