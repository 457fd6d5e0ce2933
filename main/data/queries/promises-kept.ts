import type { Input, Output } from '../../../shared/contract/index.ts'
import type { DutyLine } from '../../../shared/contract/relation.ts'
import { keptRate, keptRates } from '../../../shared/rules/promises/kept-rate.ts'
import { all } from '../db/statement.ts'
import { personNames } from './person-names.ts'
import type { QueryContext } from './query-context.ts'
import { selectRows } from './select-rows.ts'

/** How many promises of a period were kept by their time: of everybody, and of each who made some. */
export function getPromisesKept(
  { db, clock }: QueryContext,
  { fromMs, toMs }: Input<'promises.kept'>,
): Output<'promises.kept'> {
  const promises = selectRows(db, 'promises', {
    tail: 'INDEXED BY promises_by_due WHERE due_at_ms >= ? AND due_at_ms < ?',
    params: [fromMs, toMs],
  })
  const period = { fromMs, toMs, nowMs: clock.now() }
  const names = new Map(
    all<{ id: string; name: string }>(db, 'SELECT id, name FROM agents', []).map(({ id, name }) => [
      id,
      name,
    ]),
  )
  const agents = [...keptRates(promises, period)]
    .map(([agentId, rate]) => ({ ...rate, agentId, agentName: names.get(agentId ?? '') ?? null }))
    .filter(({ due }) => due > 0)
    .toSorted((a, b) => b.due - a.due || (a.agentName ?? '').localeCompare(b.agentName ?? ''))
  return { all: keptRate(promises, period), agents }
}

const MOST_DUTIES = 300
type Source = {
  readonly kind: DutyLine['kind']
  readonly table: string
  readonly what: string
  readonly index: string
}
const duties = ({ kind, table, what, index }: Source): string =>
  `SELECT '${kind}' AS kind, d.id, d.${what} AS title, d.due_at_ms, d.customer_id, d.ticket_id,
     coalesce(c.name, '') AS customer_name, k.number
   FROM ${table} d INDEXED BY ${index}
   LEFT JOIN tickets k ON k.id = d.ticket_id LEFT JOIN customers c ON c.id = d.customer_id
   WHERE d.owner_id = ? AND d.state = 'open' AND d.due_at_ms <= ? ORDER BY d.due_at_ms LIMIT ${MOST_DUTIES}`
const SOURCES = [
  duties({ kind: 'promise', table: 'promises', what: 'promise', index: 'promises_open_by_owner' }),
  duties({ kind: 'follow-up', table: 'follow_ups', what: 'title', index: 'follow_ups_open_by_owner' }),
  duties({ kind: 'step', table: 'plan_steps', what: 'title', index: 'plan_steps_open_by_owner' }),
]

type Found = {
  readonly kind: DutyLine['kind']
  readonly id: string
  readonly title: string
  readonly due_at_ms: number
  readonly customer_id: string
  readonly customer_name: string
  readonly ticket_id: string | null
  readonly number: number | null
}

/** What this agent owes customers by a moment, late ones first. */
export function listDuties(
  { db, agentId }: QueryContext,
  { untilMs }: Input<'duties.before'>,
): Output<'duties.before'> {
  const found = SOURCES.flatMap(sql => all<Found>(db, sql, [agentId, untilMs]))
  const names = personNames(
    db,
    found.map(row => row.customer_id),
  )
  return found
    .toSorted((a, b) => a.due_at_ms - b.due_at_ms || (a.id < b.id ? -1 : 1))
    .map(row => ({
      kind: row.kind,
      id: row.id,
      title: row.title,
      dueAtMs: row.due_at_ms,
      customerId: row.customer_id,
      customerName: names.get(row.customer_id) ?? row.customer_name,
      ticketId: row.ticket_id,
      number: row.number,
    }))
}
