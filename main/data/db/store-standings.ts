import type { HealthBand } from '../../../shared/rules/health/health.ts'
import type { ValueBand } from '../../../shared/rules/portrait/value-band.ts'
import { standingsAreDue } from './standings-due.ts'
import { all, get, run } from './statement.ts'
import type { ReadableDb, SqlValue } from './types.ts'
import { write } from './write.ts'
import type { Database } from './write.ts'

/** How a customer stands, as the card says it. */
export type Standing = {
  /** Null: there is nothing to judge by. */
  readonly health: { readonly score: number; readonly band: HealthBand } | null
  /** Null: nothing was bought within twelve months. */
  readonly valueBand: ValueBand | null
  readonly isVip: boolean
  readonly stage: string | null
}

/** Of all records of one person. */
export type WorkedOut = {
  readonly customerIds: readonly string[]
  readonly standing: Standing
  /** When time alone may have changed it, ms. */
  readonly dueAtMs: number
}

export type StandingRecords = {
  /** What they are worked out from. */
  readonly db: ReadableDb
  /** Customers whose standing is to be worked out, those with news first. */
  readonly due: (nowMs: number, limit: number) => readonly string[]
  /** When the next one is due, ms; null: nobody is here. */
  readonly nextDueMs: () => number | null
  /** Answers whose standing became another one. */
  readonly keep: (workedOut: readonly WorkedOut[], nowMs: number) => readonly string[]
  readonly allAreDue: () => void
  /** Whoever has one of these known issues; null: one of any. */
  readonly dueByIssues: (issueIds: readonly string[] | null) => void
}

const DUE = `SELECT customer_id AS id FROM standings INDEXED BY standings_by_due
  WHERE due_at_ms <= ? ORDER BY due_at_ms LIMIT ?`
const NEXT = 'SELECT min(due_at_ms) AS ms FROM standings'
const SAME = `SELECT 1 AS one FROM standings WHERE customer_id = ? AND worked_out_at_ms IS NOT NULL
  AND health IS ? AND band IS ? AND value_band IS ? AND is_vip = ? AND stage IS ?`
const PUT = `UPDATE standings SET health = ?, band = ?, value_band = ?, is_vip = ?, stage = ?, worked_out_at_ms = ?,
  due_at_ms = ? WHERE customer_id = ?`
const WITH_ISSUES = `UPDATE standings SET due_at_ms = 0 WHERE due_at_ms > 0 AND customer_id IN (
  SELECT l.customer_id FROM json_each(?) j CROSS JOIN issue_links l ON l.issue_id = j.value)`

const valuesOf = ({ health, valueBand, isVip, stage }: Standing): readonly SqlValue[] => [
  health?.score ?? null,
  health?.band ?? null,
  valueBand,
  isVip ? 1 : 0,
  stage,
]

export function standingRecords(database: Database): StandingRecords {
  const { db } = database
  const isAnother = (customerId: string, standing: Standing): boolean =>
    !get(db, SAME, [customerId, ...valuesOf(standing)])
  return {
    db: db as ReadableDb,
    due: (nowMs, limit) => all<{ id: string }>(db, DUE, [nowMs, limit]).map(({ id }) => id),
    nextDueMs: () => get<{ ms: number | null }>(db, NEXT)?.ms ?? null,
    keep: (workedOut, nowMs) =>
      write(database, 'relaxed', tx =>
        workedOut.flatMap(({ customerIds, standing, dueAtMs }) =>
          customerIds.filter(id => {
            const isNew = isAnother(id, standing)
            run(tx, PUT, [...valuesOf(standing), nowMs, dueAtMs, id])
            return isNew
          }),
        ),
      ),
    allAreDue: () => write(database, 'relaxed', tx => standingsAreDue(tx, null)),
    dueByIssues: issueIds =>
      write(database, 'relaxed', tx => {
        if (issueIds === null) standingsAreDue(tx, null)
        else run(tx, WITH_ISSUES, [JSON.stringify(issueIds)])
      }),
  }
}
