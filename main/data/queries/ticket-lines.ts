import type { TicketLine } from '../../../shared/contract/customers.ts'
import { THREAD_STATES, WORK_KINDS } from '../../../shared/domain/values.ts'
import type { WorkKind } from '../../../shared/domain/values.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'
import type { Family } from './family.ts'

const EARLIER_SHOWN = 20
const MOST_OPEN = 500

type Where = { readonly family: Family; readonly kind: WorkKind }

const DONE = `t.state IN ('solved', 'closed')`
/** One ticket in one line; beside it `t` or `w`, the rows it is found by, with the time of its last activity. */
const LINE = `k.id AS ticket_id, last_activity_at_ms, k.number, k.subject,
    (SELECT n.number FROM local_numbers n WHERE n.ticket_id = k.id) AS local_number,
    (SELECT json_group_array(json_array(s.id, s.kind, s.state, s.assignee_id, s.solved_at_ms, s.opened_at_ms) ORDER BY s.kind)
      FROM threads s WHERE s.ticket_id = k.id) AS threads_json`
const LINES = ({ is }: Family, done: string): string => `
  SELECT ${LINE}
  FROM threads t JOIN tickets k ON k.id = t.ticket_id
  WHERE t.${is} AND t.kind = ? AND ${done}
  ORDER BY t.last_activity_at_ms DESC, t.id DESC LIMIT ?`

type Line = {
  readonly ticket_id: string
  readonly last_activity_at_ms: number
  readonly number: number | null
  readonly subject: string
  readonly local_number: number | null
  readonly threads_json: string
}
type ThreadValues = [string, string, string, string | null, number | null, number]

const lineFrom = (line: Line): TicketLine => ({
  ticketId: line.ticket_id,
  number: line.number,
  localNumber: line.local_number,
  subject: line.subject,
  lastActivityAtMs: line.last_activity_at_ms,
  threads: (JSON.parse(line.threads_json) as ThreadValues[]).map(
    ([id, kind, state, assigneeId, solved, opened]) => ({
      id,
      kind: WORK_KINDS.find(each => each === kind) ?? 'other',
      state: THREAD_STATES.find(each => each === state) ?? 'other',
      assigneeId,
      solvedAtMs: solved,
      openedAtMs: opened,
    }),
  ),
})

/** A customer's tickets of one kind, each in one line, newest first. */
export function openLines(db: ReadableDb, { family, kind }: Where): readonly TicketLine[] {
  return all<Line>(db, LINES(family, `NOT ${DONE}`), [family.param, kind, -1]).map(lineFrom)
}

export function earlierLines(
  db: ReadableDb,
  { family, kind }: Where,
): { lines: readonly TicketLine[]; count: number } {
  const lines = all<Line>(db, LINES(family, DONE), [family.param, kind, EARLIER_SHOWN]).map(lineFrom)
  const counted = get<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM threads t WHERE t.${family.is} AND t.kind = ? AND ${DONE}`,
    [family.param, kind],
  )
  return { lines, count: counted?.count ?? 0 }
}

const OPEN_OF_MANY = `
  SELECT w.customer_id, ${LINE}
  FROM (SELECT t.ticket_id, t.customer_id, max(t.last_activity_at_ms) AS last_activity_at_ms FROM threads t
    WHERE t.customer_id IN (SELECT value FROM json_each(?)) AND NOT ${DONE} GROUP BY t.ticket_id) w
  JOIN tickets k ON k.id = w.ticket_id
  ORDER BY w.last_activity_at_ms DESC, w.ticket_id LIMIT ${MOST_OPEN}`

/** Open tickets of many customers, each once, newest first. `param`: their ids as JSON. */
export const linesOfMany = (
  db: ReadableDb,
  param: string,
): readonly (TicketLine & { readonly customerId: string })[] =>
  all<Line & { readonly customer_id: string }>(db, OPEN_OF_MANY, [param]).map(line => ({
    ...lineFrom(line),
    customerId: line.customer_id,
  }))
