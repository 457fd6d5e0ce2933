/**
 * Counts of views are sums of cells: threads of one owner, state, kind and pairing, and how many of them are late. A row
 * of `thread_counts` is a cell; triggers keep it in the transaction that changes a thread, so it is never behind.
 *
 * Owners: '' is anybody, 'a:<id>' an agent ('a:' nobody), 't:<id>' a team. Done work, nearly all of it, has the cell of
 * anybody only. Cells of kind 'pair' count tickets whose two threads both lie in the cell: a list shows such a ticket
 * once. A pair over two teams has 't:<lower id> <higher id>'. A ticket has at most one thread of a kind.
 */
const isUndone = (row: string): string => `${row}.state NOT IN ('solved', 'closed')`

/** When a thread is late, in SQL; the rule is `lateAtMs` of shared/rules/views.ts. */
export const lateAtSql = (row: string): string =>
  `CASE ${row}.state WHEN 'snoozed' THEN ${row}.snoozed_until_ms WHEN 'open' THEN ${row}.due_at_ms WHEN 'pending' THEN ${row}.due_at_ms END`

export type CellSource = {
  /** The thread: an alias, or NEW or OLD of a trigger. */
  readonly row: string
  /** The FROM clause that brings the row; empty in a trigger. */
  readonly from: string
  readonly where: string
  /** Whether a thread counts as late, as 0 or 1. */
  readonly late: (row: string) => string
  /** Condition that takes each pair once where both its threads come by; empty where only one does. */
  readonly onePerPair: string
}

/** Cells of threads by themselves: owner, state, kind, is_paired, late. */
export const singleCells = ({ row, from, where, late }: CellSource): string => {
  const cell = `${row}.state AS state, ${row}.kind AS kind, ${row}.is_paired AS is_paired, ${late(row)} AS late`
  const source = `${from} WHERE ${where}`
  return `SELECT '' AS owner, ${cell} ${source}
    UNION ALL SELECT 'a:' || coalesce(${row}.assignee_id, ''), ${cell} ${source} AND ${isUndone(row)}
    UNION ALL SELECT 't:' || ${row}.team_id, ${cell} ${source} AND ${isUndone(row)} AND ${row}.team_id IS NOT NULL`
}

/** Cells of the pairs that threads are part of; the other thread is `o`. */
export const pairCells = ({ row, from, where, late, onePerPair }: CellSource): string => {
  const partner = `${from === '' ? 'FROM' : `${from} CROSS JOIN`} threads o INDEXED BY threads_by_ticket
    WHERE ${where} AND o.ticket_id = ${row}.ticket_id AND o.state = ${row}.state
      AND ((${row}.kind = 'support' AND ${row}.is_paired = 1 AND o.kind = 'service')
        OR (${row}.kind = 'service' AND o.kind = 'support' AND o.is_paired = 1))
      ${onePerPair === '' ? '' : `AND ${onePerPair}`}`
  const cell = `${row}.state AS state, 'pair' AS kind, 1 AS is_paired, ${late(row)} AND ${late('o')} AS late`
  return `SELECT '' AS owner, ${cell} ${partner}
    UNION ALL SELECT 'a:' || coalesce(${row}.assignee_id, ''), ${cell} ${partner}
      AND ${isUndone(row)} AND o.assignee_id IS ${row}.assignee_id
    UNION ALL SELECT 't:' || CASE WHEN o.team_id = ${row}.team_id THEN o.team_id
        ELSE min(o.team_id, ${row}.team_id) || ' ' || max(o.team_id, ${row}.team_id) END, ${cell} ${partner}
      AND ${isUndone(row)} AND o.team_id IS NOT NULL AND ${row}.team_id IS NOT NULL`
}

/** Adds cells to the counts, or takes them away. */
export const countInto = (cells: string, sign: '+' | '-'): string =>
  `INSERT INTO thread_counts (owner, state, kind, is_paired, total, late)
    SELECT owner, state, kind, is_paired, ${sign}count(*), ${sign}sum(late) FROM (${cells}) WHERE true
    GROUP BY owner, state, kind, is_paired
    ON CONFLICT DO UPDATE SET total = total + excluded.total, late = late + excluded.late;`

/** Late at the moment the counts stand at. */
export const lateAsCounted = (row: string): string =>
  `coalesce(${lateAtSql(row)} <= (SELECT as_of_ms FROM count_clock), 0)`

/** Every thread, each pair once: what the counts are made of. */
export const everyThread: CellSource = {
  row: 't',
  from: 'FROM threads t',
  where: 'true',
  late: lateAsCounted,
  onePerPair: `t.kind = 'support'`,
}
