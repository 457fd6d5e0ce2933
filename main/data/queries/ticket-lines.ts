import type { TicketLine } from '../../../shared/contract/customers.ts'
import { THREAD_STATES, WORK_KINDS } from '../../../shared/domain/values.ts'
import type { WorkKind } from '../../../shared/domain/values.ts'
import type { ReadableDb } from '../db/types.ts'
import { all, get } from '../db/statement.ts'

const EARLIER_SHOWN = 20

type Where = { readonly customerId: string; readonly kind: WorkKind }

const DONE = `t.state IN ('solved', 'closed')`
const LINES = (done: string): string => `
  SELECT t.ticket_id, t.last_activity_at_ms, k.number, k.subject,
    (SELECT n.number FROM local_numbers n WHERE n.ticket_id = t.ticket_id) AS local_number,
    (SELECT json_group_array(json_array(s.id, s.kind, s.state, s.assignee_id, s.solved_at_ms, s.opened_at_ms) ORDER BY s.kind)
      FROM threads s WHERE s.ticket_id = t.ticket_id) AS threads_json
  FROM threads t JOIN tickets k ON k.id = t.ticket_id
  WHERE t.customer_id = ? AND t.kind = ? AND ${done}
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
export function openLines(db: ReadableDb, { customerId, kind }: Where): readonly TicketLine[] {
  return all<Line>(db, LINES(`NOT ${DONE}`), [customerId, kind, -1]).map(lineFrom)
}

export function earlierLines(
  db: ReadableDb,
  { customerId, kind }: Where,
): { lines: readonly TicketLine[]; count: number } {
  const lines = all<Line>(db, LINES(DONE), [customerId, kind, EARLIER_SHOWN]).map(lineFrom)
  const counted = get<{ count: number }>(
    db,
    `SELECT count(*) AS count FROM threads t WHERE t.customer_id = ? AND t.kind = ? AND ${DONE}`,
    [customerId, kind],
  )
  return { lines, count: counted?.count ?? 0 }
}
