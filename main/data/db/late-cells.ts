import { lateAtSql, pairCells, singleCells } from './count-cells.ts'
import type { CellSource } from './count-cells.ts'

/** Bounds of a time in SQL, ms: after `lo` and up to `hi`. */
type Between = { readonly lo: string; readonly hi: string }

/** Threads that become late in between, with the moment they do. */
export const lateBetween = ({ lo, hi }: Between): string => `
  SELECT local_id, -sort_due AS at_ms FROM threads INDEXED BY threads_by_state_due
    WHERE state = 'open' AND sort_due >= -${hi} AND sort_due < -${lo}
  UNION ALL SELECT local_id, -sort_due FROM threads INDEXED BY threads_by_state_due
    WHERE state = 'pending' AND sort_due >= -${hi} AND sort_due < -${lo}
  UNION ALL SELECT local_id, snoozed_until_ms FROM threads INDEXED BY threads_snoozed_by_time
    WHERE state = 'snoozed' AND snoozed_until_ms > ${lo} AND snoozed_until_ms <= ${hi}`

/** A pair is late with the later of its two threads, which is therefore among those in between. */
const inBetween: CellSource = {
  row: 't',
  from: 'FROM late_between b CROSS JOIN threads t ON t.local_id = b.local_id',
  where: 'true',
  late: () => '1',
  onePerPair: `(${lateAtSql('o')} < ${lateAtSql('t')}
        OR (${lateAtSql('o')} = ${lateAtSql('t')} AND t.kind = 'support'))`,
}

/** How many of each cell become late in between: owner, state, kind, is_paired, late. */
export const lateCellsBetween = (between: Between): string => `
  WITH late_between AS MATERIALIZED (${lateBetween(between)})
  SELECT owner, state, kind, is_paired, count(*) AS late
  FROM (${singleCells(inBetween)} UNION ALL ${pairCells(inBetween)})
  GROUP BY owner, state, kind, is_paired`
