import type { Connection } from './types.ts'
import { all, get, run } from './statement.ts'
import { lateBetween, lateCellsBetween } from './late-cells.ts'
import { inTransaction } from './write.ts'
import type { Database } from './write.ts'

const BETWEEN = { lo: ':lo', hi: ':hi' }
const LATE_BETWEEN = lateBetween(BETWEEN)
const LATE_CELLS_BETWEEN = lateCellsBetween(BETWEEN)

/** Rows a step moves at most, but for those of one millisecond: a few ms on the thread that writes. */
const STEP_ROWS = 500
/** So many may lie between the counts' moment and now before moving it is worth a write. */
export const WORTH_A_WRITE = 64

/** Moment the late ones are counted at, ms. */
export const countedAsOf = (db: Connection): number =>
  get<{ as_of_ms: number }>(db, 'SELECT as_of_ms FROM count_clock WHERE only = 1')?.as_of_ms ?? 0

/** Where a step from `from` towards `to` ends. */
function stepEnd(db: Connection, from: number, to: number): number {
  const isForward = to > from
  const [far] = all<{ at_ms: number }>(
    db,
    `SELECT at_ms FROM (${LATE_BETWEEN}) ORDER BY at_ms ${isForward ? 'ASC' : 'DESC'} LIMIT 1 OFFSET ${STEP_ROWS}`,
    { lo: Math.min(from, to), hi: Math.max(from, to) },
  )
  if (!far) return to
  return isForward ? far.at_ms : Math.max(to, far.at_ms - 1)
}

/** True when at least so many threads become late between the counts' moment and now, in either direction. */
export function isCountClockBehind(db: Connection, nowMs: number, atLeast: number): boolean {
  const asOf = countedAsOf(db)
  if (asOf === nowMs) return false
  if (atLeast === 0) return true
  const between = { lo: Math.min(asOf, nowMs), hi: Math.max(asOf, nowMs) }
  return get(db, `SELECT 1 AS one FROM (${LATE_BETWEEN}) LIMIT 1 OFFSET ${atLeast - 1}`, between) !== null
}

/**
 * Moves the moment the late ones are counted at one bounded step towards now; clocks go back, too. Call inside a
 * transaction. True while it has not arrived.
 */
export function moveCountClock(database: Database, nowMs: number): boolean {
  const tx = inTransaction(database)
  const from = countedAsOf(tx)
  const to = stepEnd(tx, from, nowMs)
  const sign = to > from ? '+' : '-'
  run(
    tx,
    `INSERT INTO thread_counts (owner, state, kind, is_paired, total, late)
     SELECT owner, state, kind, is_paired, 0, ${sign}late FROM (${LATE_CELLS_BETWEEN}) WHERE true
     ON CONFLICT DO UPDATE SET late = late + excluded.late`,
    { lo: Math.min(from, to), hi: Math.max(from, to) },
  )
  run(tx, 'UPDATE count_clock SET as_of_ms = ? WHERE only = 1', [to])
  return to !== nowMs
}
